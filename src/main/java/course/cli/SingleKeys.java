package course.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A terminal that hands over each key at once and does not print it, until this is closed or the
 * tool ends, however it ends. Ctrl-C stays what it is.
 */
final class SingleKeys implements AutoCloseable {
    private static final File TERMINAL = new File("/dev/tty");
    private static final int PATIENCE = 5;

    private final String before;
    private final Thread onCtrlC = new Thread(this::restore);

    private SingleKeys(String before) {
        this.before = before;
    }

    /** Nothing where there is no {@code stty}: then a key takes Enter after it. */
    static Optional<SingleKeys> ask() {
        if (!TERMINAL.exists()) return Optional.empty();
        try {
            SingleKeys keys = new SingleKeys(stty("-g"));
            Runtime.getRuntime().addShutdownHook(keys.onCtrlC);
            stty("-icanon", "-echo", "min", "1", "time", "0");
            return Optional.of(keys);
        } catch (IOException noTerminalToSet) {
            return Optional.empty();
        }
    }

    private static String stty(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        Process stty =
                new ProcessBuilder(command)
                        .redirectInput(TERMINAL)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said =
                new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (stty.waitFor(PATIENCE, TimeUnit.SECONDS) && stty.exitValue() == 0) return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("stty failed");
    }

    private void restore() {
        try {
            stty(before);
        } catch (IOException theTerminalIsGone) {
            // then nobody misses its settings
        }
    }

    @Override
    public void close() {
        restore();
        Runtime.getRuntime().removeShutdownHook(onCtrlC);
    }
}
