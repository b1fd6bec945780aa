package course.submit;

/**
 * How much is taken in: far more than an honest class needs, far less than would hurt.
 *
 * @param program the bytes of one source file
 * @param bundle the bytes of a zip in a zip
 * @param all the bytes that all zips of one intake may unpack to
 * @param works the files of one student's zip
 * @param entries the files of a class's zip
 * @param files the files of a class's folder
 */
record Limits(long program, long bundle, long all, int works, int entries, int files) {
    static final Limits USUAL =
            new Limits(1 << 20, 8 << 20, 512 << 20, 200, 5000, 20_000);
}
