package course.live;

/** A request that is answered with a reason, in one line for whoever made it and for our log. */
final class Declined extends Exception {
    private final int status;

    Declined(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
