package course.run;

/** Something that was waited for did not come in time; the message says what. */
public final class Overdue extends RuntimeException {
    Overdue(String waitedFor) {
        super(waitedFor);
    }
}
