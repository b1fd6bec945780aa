package course.submit;

/** Why something that was handed in is not taken: in one line, and of no consequence elsewhere. */
final class Unreadable extends Exception {
    Unreadable(String reason) {
        super(reason, null, false, false);
    }
}
