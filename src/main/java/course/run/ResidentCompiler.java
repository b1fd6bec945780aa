package course.run;

import course.script.Complaint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compiles strangers' programs in a process of its own, as contained as the programs themselves:
 * what a source file does to a compiler, or has it read, stays in there. javac goes on from file to
 * file, since starting it takes longer than compiling; it gets text and answers with classes.
 */
public final class ResidentCompiler implements AutoCloseable {
    /** What it may use of the machine, beyond what every contained program may. */
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx192m",
                    "-Xss4m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Xshare:auto");

    /** Then comes a fresh one: what one file has left behind cannot gather. */
    private static final int FILES = 100;

    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final int LARGEST_CLASS = 4 << 20;

    private final Containment containment;
    private final Duration aFile;
    private final Scratch scratch = Scratch.named("course-compiler-");
    private final Set<String> proven = new HashSet<>();
    private Process process;
    private DataOutputStream to;
    private DataInputStream from;
    private int files;

    /** @param aFile how long it may take for one file */
    public ResidentCompiler(Containment containment, Duration aFile) {
        this.containment = containment;
        this.aFile = aFile;
    }

    /** As {@link Workshop#compile}; must always be called by the same thread. */
    String compile(String unit, String shown, String text, Path folder) throws IOException {
        for (boolean again : new boolean[] {true, false}) {
            if (process == null || files >= FILES || !process.isAlive()) restart();
            files++;
            CompletableFuture<Void> late = new CompletableFuture<Void>()
                    .completeOnTimeout(null, aFile.toMillis(), TimeUnit.MILLISECONDS);
            Process its = process;
            late.thenRun(() -> containment.end(its, scratch.folder()));
            try {
                return asked(unit, shown, text, folder);
            } catch (IOException itEnded) {
                boolean tooLate = late.isDone();
                stop();
                // the one that has compiled many files may have ended for their sake
                if (tooLate) return "The compiler did not end within " + aFile.toSeconds() + " s.";
                if (!again) return "The compiler itself gave up on this file.";
            } finally {
                late.cancel(false);
            }
        }
        throw new IllegalStateException("the second time is the last");
    }

    private String asked(String unit, String shown, String text, Path folder) throws IOException {
        to.writeUTF(unit);
        to.writeUTF(shown);
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(source.length);
        to.write(source);
        to.flush();
        String complaints = from.readUTF();
        for (int left = from.readInt(); left > 0; left--) {
            Path file = folder.resolve(from.readUTF()).normalize();
            int size = from.readInt();
            if (!file.startsWith(folder) || size < 0 || size > LARGEST_CLASS) {
                throw new IOException("this is no class");
            }
            Files.createDirectories(file.getParent());
            Files.write(file, from.readNBytes(size));
        }
        return complaints;
    }

    /** The same for a compiler that is a program of its own, and reads and writes only these. */
    List<String> around(List<String> command, Path source, Path target) {
        if (proven.add(command.getFirst())) {
            Ready asked = new Ready(List.of(command.getFirst(), "--version"));
            boolean works = Probe.of(containment.around(asked, List.of(), target)).fine();
            if (!works) throw doesNotWork(command.getFirst());
        }
        Ready compiler = new Ready(command, List.of(source), List.of(target), List.of());
        return containment.around(compiler, List.of(), target);
    }

    /** What does not work for anybody is nobody's mistake. */
    private static Complaint doesNotWork(String compiler) {
        return Complaint.machine(compiler + " does not work where programs are contained");
    }

    private void restart() throws IOException {
        stop();
        Path home = Path.of(System.getProperty("java.home"));
        Path folder = scratch.room();
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + folder);
        command.addAll(List.of("-cp", ours().toString(), ResidentCompiler.class.getName()));
        Ready compiler = new Ready(command, List.of(home, ours()), List.of());
        ProcessBuilder builder =
                new ProcessBuilder(containment.around(compiler, List.of(), folder))
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        process = builder.start();
        to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        from = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        files = 0;
        prove();
    }

    /** Nor has anybody's file to wait until the compiler has found its feet. */
    private void prove() {
        try {
            if (asked("Proof", "Proof.java", "void main() {}", scratch.room()).isEmpty()) return;
        } catch (IOException itEnded) {
            // for want of what it needs
        }
        stop();
        throw doesNotWork("javac");
    }

    /** Where our own classes are. */
    static Path ours() {
        try {
            return Path.of(
                    ResidentCompiler.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where our own classes are is always a file", e);
        }
    }

    private void stop() {
        if (process == null) return;
        containment.end(process, scratch.folder());
        process = null;
    }

    @Override
    public void close() {
        stop();
        scratch.close();
    }

    /** The other side: reads sources and writes classes until nobody asks any more. */
    public static void main(String[] none) throws IOException {
        var asked = new DataInputStream(new BufferedInputStream(System.in));
        var answer = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(System.err);
        while (true) {
            String unit;
            try {
                unit = asked.readUTF();
            } catch (EOFException nobodyAsksAnyMore) {
                return;
            }
            String shown = asked.readUTF();
            byte[] text = asked.readNBytes(asked.readInt());
            try (Scratch scratch = Scratch.named("classes-")) {
                answer(answer, unit, shown, text, scratch.folder());
            }
        }
    }

    private static void answer(
            DataOutputStream answer, String unit, String shown, byte[] text, Path folder)
            throws IOException {
        String source = new String(text, StandardCharsets.UTF_8);
        String said = Workshop.compile(unit, shown, source, folder, "");
        answer.writeUTF(said.substring(0, Math.min(said.length(), LONGEST_ANSWER)));
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> classes = all.filter(Files::isRegularFile).sorted().toList();
            answer.writeInt(classes.size());
            for (Path file : classes) {
                answer.writeUTF(folder.relativize(file).toString());
                byte[] content = Files.readAllBytes(file);
                answer.writeInt(content.length);
                answer.write(content);
            }
        }
        answer.flush();
    }
}
