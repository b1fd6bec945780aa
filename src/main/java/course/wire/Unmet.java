package course.wire;

/**
 * An expectation that the program under test did not meet; the message says what was waited for and
 * what came.
 */
public final class Unmet extends AssertionError {
    public Unmet(String what) {
        super(what);
    }
}
