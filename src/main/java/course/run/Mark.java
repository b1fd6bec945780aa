package course.run;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * By what a locked up program and all that comes of it are found, wherever they went: two settings
 * of the kernel that children inherit, that outlast every change of the program, and that nobody
 * can change who may not write to /proc. (That the kernel, when it is out of memory, ends these
 * first is right, too.)
 */
final class Mark {
    private static final String FIRST = "oom_score_adj";
    private static final String SECOND = "coredump_filter";
    private static final int FIRSTS = 999;
    private static final int SECONDS = 512;

    private final long first;
    private final long second;

    /** @param program the number of the process that all come of */
    Mark(long program) {
        first = 1 + program % FIRSTS;
        second = program / FIRSTS % SECONDS;
    }

    /** Where this is not permitted, they are looked for as others are. */
    void putOn() {
        try {
            write(FIRST, first);
            write(SECOND, second);
        } catch (IOException itIsNotPermitted) {
            // then one looks for its session
        }
    }

    private static void write(String file, long number) throws IOException {
        try (FileOutputStream to = new FileOutputStream("/proc/self/".concat(file))) {
            to.write(String.valueOf(number).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** @param process its folder in /proc */
    boolean isOn(Path process) {
        try {
            return Long.parseLong(Files.readString(process.resolve(FIRST)).strip()) == first
                    && Long.parseLong(Files.readString(process.resolve(SECOND)).strip(), 16)
                            == second;
        } catch (IOException | NumberFormatException itHasEnded) {
            return false;
        }
    }
}
