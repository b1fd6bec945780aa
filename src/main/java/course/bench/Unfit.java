package course.bench;

/** A server did not do what was to be measured; the message stands in its place in the table. */
final class Unfit extends Exception {
    Unfit(String why) {
        super(why);
    }
}
