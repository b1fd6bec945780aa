package course.live;

/** A request that is not granted: the status of the answer, and why in one line. */
final class Refusal extends Exception {
    private final int status;

    Refusal(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
