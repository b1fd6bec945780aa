package course.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tries a command that should take milliseconds. */
record Probe(int status, String said) {
    static final Containment HERE = find();

    private static final int SECONDS = 10;

    static Probe of(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        try {
            Process p = builder.start();
            p.getOutputStream().close();
            p.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(late ->
                    p.destroyForcibly());
            String said =
                    new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Probe(p.waitFor(), said);
        } catch (IOException e) {
            return new Probe(-1, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Probe(-1, "interrupted");
        }
    }

    boolean fine() {
        return status == 0;
    }

    private static Containment find() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return new OwnGroup("the rest needs Linux");
        }
        String leftOut = System.getenv(Containment.LEFT_OUT);
        if (leftOut != null) {
            String why = Containment.LEFT_OUT + "=" + leftOut;
            return leftOut.equals("group") ? new OwnGroup(why) : Landlock.tried(why);
        }
        Optional<Path> bubblewrap = Tool.BUBBLEWRAP.find();
        if (bubblewrap.isEmpty()) {
            return Landlock.tried("bubblewrap is not installed: apt install bubblewrap");
        }
        return Bubblewrap.tried(bubblewrap.get());
    }
}
