package course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Leftovers;
import course.script.Course;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Programs that mean harm, and what they are after: a file, a folder, a process, a server and a
 * variable of the grader's. Each of them is small and bounds itself: where nothing contained it, it
 * would do no more than leave a trace.
 */
final class Zoo implements AutoCloseable {
    static final Path ANIMALS = Course.find(Path.of("")).root()
            .resolve("src/test/resources/course/grade/zoo");

    private static final String VARIABLE = "COURSE_ZOO_SECRET";
    private static final Pattern SOLVES = Pattern.compile("(?://|#) Solves: (\\w+)");
    private static final Pattern MARKS = Pattern.compile("(?://|#) Marks: (\\d+)");
    private static final long PATIENCE_MINUTES = 30;

    private final Leftovers leftovers = new Leftovers();
    private final String words = "words of the grader " + leftovers.mark();
    private final Path out;
    private final Path in;
    private final Path outside;
    private final Path secret;
    private final Process victim;
    private final ServerSocketChannel server;
    private final DatagramChannel post;

    /** An animal of the zoo. */
    record Animal(Path file, String text) {
        static Animal of(Path file) throws IOException {
            return new Animal(file, Files.readString(file));
        }

        String student() {
            String name = file.getFileName().toString();
            return name.substring(0, name.indexOf('.')).toLowerCase(Locale.ROOT);
        }

        String exercise() {
            return said(SOLVES);
        }

        int marks() {
            return Integer.parseInt(said(MARKS));
        }

        String extension() {
            String name = file.getFileName().toString();
            return name.substring(name.indexOf('.'));
        }

        private String said(Pattern what) {
            Matcher m = what.matcher(text);
            assertTrue(m.find(), () -> file + " does not say " + what);
            return m.group(1);
        }
    }

    Zoo(Path folder) throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        out = Files.createDirectories(folder.resolve("out"));
        outside = Files.createDirectories(folder.resolve("outside"));
        secret = Files.writeString(outside.resolve("secret.txt"), words);
        // it waits for words that never come
        victim = new ProcessBuilder("cat").start();
        server = ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        server.configureBlocking(false);
        post = DatagramChannel.open().bind(server.getLocalAddress());
        post.configureBlocking(false);
    }

    static List<Animal> animals() throws IOException {
        try (Stream<Path> all = Files.list(ANIMALS)) {
            List<Animal> animals = new ArrayList<>();
            for (Path file : all.sorted().toList()) animals.add(Animal.of(file));
            return animals;
        }
    }

    /** What stands in their texts for what is found out when they are let loose. */
    private SortedMap<String, String> names() throws IOException {
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        return new TreeMap<>(Map.of(
                "@SECRET@", secret.toString(),
                "@OUTSIDE@", outside.toString(),
                "@OUT@", out.toString(),
                "@COURSE@", Course.find(Path.of("")).root().toString(),
                "@PORT@", String.valueOf(port),
                "@PID@", String.valueOf(victim.pid()),
                "@MARK@", leftovers.mark()));
    }

    void letLoose(List<Animal> animals) throws IOException {
        for (Animal a : animals) {
            String text = a.text();
            for (var name : names().entrySet()) {
                text = text.replace(name.getKey(), name.getValue());
            }
            Path home = Files.createDirectories(in.resolve(a.student()));
            Files.writeString(home.resolve(a.exercise() + a.extension()), text);
        }
    }

    /** A place for reports. */
    Path out(String name) throws IOException {
        return Files.createDirectories(out.resolve(name));
    }

    /** Where it is found what is to be graded. */
    Path in() {
        return in;
    }

    /** Starts {@code course grade} as one would, with a secret in its environment. */
    Process start(Path out, int workers) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), "course.cli.Main"));
        command.addAll(List.of("grade", in.toString(), "--out", out.toString()));
        command.addAll(List.of("--workers", String.valueOf(workers)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Course.find(Path.of("")).root().toFile())
                .redirectErrorStream(true).redirectOutput(said().toFile());
        builder.environment().put(VARIABLE, words);
        return builder.start();
    }

    private Path said() {
        return outside.resolveSibling("said.txt");
    }

    /** Runs it to its end. */
    void grade(Path out, int workers) throws IOException, InterruptedException {
        Process grader = start(out, workers);
        if (!grader.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) grader.destroyForcibly();
        assertEquals(0, grader.waitFor(), Files.readString(said()));
    }

    /** None of them got what it was after. */
    void assertUntouched() throws IOException {
        assertTrue(victim.isAlive(), "a process of the grader's was ended");
        assertNull(server.accept(), "a server of the grader's was called");
        assertNull(post.receive(ByteBuffer.allocate(10)), "somebody wrote to the grader's server");
        assertEquals(words, Files.readString(secret));
        try (Stream<Path> all = Files.list(outside)) {
            assertEquals(List.of(secret), all.toList());
        }
        for (String folder : List.of("/usr", "/etc", "/", "/dev", "/dev/shm", "/tmp", "/var/tmp",
                System.getProperty("java.home"))) {
            String[] names = Path.of(folder).toFile().list(
                    (place, name) -> name.contains(leftovers.mark()));
            assertEquals(List.of(), names == null ? List.of() : List.of(names), folder);
        }
        leftovers.assertNone();
        for (Map.Entry<String, String> report : reports().entrySet()) {
            assertFalse(report.getValue().contains(words), report.getKey());
            assertEquals(List.of(), report.getValue().lines()
                    .filter(l -> l.contains("ESCAPED:")).toList(), report.getKey());
            boolean page = !report.getKey().contains(".json");
            assertFalse(page && report.getValue().contains("<script"), report.getKey());
            assertTrue(report.getValue().codePoints().noneMatch(
                    c -> c < 0x20 && c != '\n' || c == 0x7f), report.getKey());
        }
    }

    /** What the grader has written, but not the programs. */
    private SortedMap<String, String> reports() throws IOException {
        SortedMap<String, String> reports = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                if (("/" + name).contains("/files/")) continue;
                reports.put(name, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return reports;
    }

    /** What came of each; what was examined once more stands there twice. */
    static SortedMap<String, Graded> graded(Path out) {
        SortedMap<String, Graded> latest = new TreeMap<>();
        for (Graded g : Grading.journal(out, SmallClass.QUIET)) {
            latest.put(g.handed().student() + " " + g.handed().exercise(), g);
        }
        return latest;
    }

    /** As it would be told on another day: with the names that stand in their texts. */
    String timeless(String told) throws IOException {
        String timeless = told;
        // longer ones first: one folder is in the other
        for (var name : names().entrySet().stream()
                .sorted((a, b) -> b.getValue().length() - a.getValue().length()).toList()) {
            timeless = timeless.replace(name.getValue(), name.getKey());
        }
        return timeless.replaceAll("\\d+ ms", "T ms").replaceAll("port \\d+", "port P");
    }

    @Override
    public void close() throws IOException {
        victim.destroyForcibly();
        server.close();
        post.close();
    }
}
