package course.grade;

import course.run.Containment;
import course.run.PrivateNetwork;
import course.script.Complaint;
import course.script.Course;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@link Workbench} as the coordinator sees it: a process that takes a task and answers with an
 * outcome, or dies of it. It ends with the thread that starts it.
 */
final class Worker implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx256m",
                    "-Xss4m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    // whoever runs as the same user had better not look in
                    "-XX:+DisableAttachMechanism",
                    "-Xshare:auto");

    /** What it needs of our environment; what else is in there is nobody's business. */
    private static final List<String> ENVIRONMENT =
            List.of("PATH", "LANG", "SystemRoot", Containment.LEFT_OUT);

    private static final int LAST_WORDS = 2000;

    private final Process process;
    private final Path log;
    private final BufferedWriter tasks;
    private final BufferedReader outcomes;

    /** It gave no answer. */
    static final class Broke extends Exception {
        Broke(String how) {
            super(how);
        }
    }

    /**
     * @param place a folder of its own
     * @param shelf where all keep what they build
     */
    Worker(Course course, Path place, Path shelf, Safety safety) {
        log = place.resolve("log.txt");
        try {
            Path temporary = Files.createDirectory(place.resolve("t"));
            Path desk = Files.createDirectory(place.resolve("desk"));
            List<String> command = new ArrayList<>();
            if (safety.privateNetwork()) command.addAll(PrivateNetwork.around());
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            if (safety.privateNetwork()) command.add(PrivateNetwork.known());
            command.addAll(OPTIONS);
            command.add("-Djava.io.tmpdir=" + temporary);
            command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
            command.addAll(List.of(Workbench.class.getName(), course.root().toString()));
            command.addAll(List.of(shelf.toString(), String.valueOf(safety.any())));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(desk.toFile())
                    .redirectError(log.toFile());
            builder.environment().keySet()
                    .removeIf(name -> ENVIRONMENT.stream().noneMatch(name::equalsIgnoreCase));
            process = builder.start();
        } catch (IOException e) {
            throw Complaint.machine("cannot start a worker: " + e.getMessage());
        }
        tasks = new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        outcomes = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** It stands elsewhere than we do. */
    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits for the outcome, but not for ever. */
    Outcome does(Task task, Duration atMost) throws Broke {
        CompletableFuture<Void> overdue = new CompletableFuture<Void>()
                .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS);
        overdue.thenRun(this::end);
        try {
            tasks.write(Json.line(task.json()));
            tasks.flush();
            String line = outcomes.readLine();
            if (line == null || overdue.isDone()) throw new IOException("it ended");
            return Json.outcome(Json.read(line));
        } catch (IOException | Json.Foreign e) {
            if (overdue.isDone()) {
                throw new Broke("no outcome within " + atMost.toSeconds() + " s");
            }
            throw new Broke("the worker ended" + lastWords());
        } finally {
            overdue.cancel(false);
        }
    }

    private String lastWords() {
        try (RandomAccessFile all = new RandomAccessFile(log.toFile(), "r")) {
            byte[] last = new byte[(int) Math.min(LAST_WORDS, all.length())];
            all.seek(all.length() - last.length);
            all.readFully(last);
            String words = new String(last, StandardCharsets.UTF_8).strip();
            return words.isEmpty() ? "" : ": " + words;
        } catch (IOException nothingWasSaid) {
            return "";
        }
    }

    /**
     * What has just been started is nobody's descendant when its parent dies, and does not know yet
     * with whom it is to die: it ends when it finds that nobody asks.
     */
    private void end() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            process.getOutputStream().close();
        } catch (IOException itHasGone) {
            // then there is nobody to be told
        }
    }

    /** It tidies up when nobody asks any more; if that takes long, it is helped. */
    @Override
    public void close() {
        try {
            tasks.close();
            if (process.waitFor(5, TimeUnit.SECONDS)) return;
        } catch (IOException itIsDeadAlready) {
            // nothing to wait for
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }
}
