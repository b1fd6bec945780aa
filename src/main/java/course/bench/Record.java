package course.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** What the ladder's servers speak: each record of 80 bytes is answered by one of 80 bytes. */
final class Record {
    static final int LENGTH = 80;

    /** What a caller says. */
    static final byte[] QUESTION = of("hello server");

    /** What every rung answers, and nothing else is counted. */
    static final byte[] ANSWER = of("I am server and this is my message");

    private Record() {}

    private static byte[] of(String text) {
        return Arrays.copyOf(text.getBytes(UTF_8), LENGTH);
    }
}
