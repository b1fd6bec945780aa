package course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Needs;
import course.check.Report.Status;
import course.run.Containment;
import course.run.PrivateNetwork;
import course.run.Ready;
import course.run.Started;
import course.script.Complaint;
import course.script.Course;
import course.submit.Submission;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

/** A class is graded alike, however often it is interrupted and by how many. */
class GradingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Course COURSE = Course.find(Path.of(""));

    @TempDir static Path shared;

    /** What one worker made of the small class, undisturbed. */
    private static Path calm;

    @TempDir Path folder;

    @BeforeAll
    static void gradeTheClass() throws IOException {
        if (!Containment.here().holds() || !PrivateNetwork.permitted()) {
            Needs.missing("programs cannot be contained here");
        }
        calm = shared.resolve("calm");
        SmallClass.grade(shared.resolve("in"), calm, manner(1), SmallClass.QUIET);
    }

    private static Grading.Manner manner(int workers) {
        return new Grading.Manner(workers, false, Least.NAMESPACES);
    }

    /** All that is written for people and programs, without times and the ports of the day. */
    private static SortedMap<String, String> reports(Path out) throws IOException {
        SortedMap<String, String> reports = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                if (!name.equals("journal.jsonl")) reports.put(name, timeless(file));
            }
        }
        return reports;
    }

    private static String timeless(Path file) throws IOException {
        return Files.readString(file)
                .replaceAll(" *\\d+(\\.\\d)? ms", " T ms")
                .replaceAll("(port|127\\.0\\.0\\.1) \\d+", "$1 P")
                .replaceAll("(\"millis\" : )\\d+", "$1 T")
                .replaceAll("(\"graded\" : |graded |timestamp=)\"?[-0-9:TZ]+\"?", "$1 T")
                .replaceAll("time=\"[0-9.]+\"", "time=T");
    }

    private static Map<String, String> marks(List<Graded> graded) {
        return graded.stream().collect(Collectors.toMap(
                g -> g.handed().student(),
                g -> g.outcome().score() + " of " + g.outcome().max(),
                // what was examined once more stands there twice
                (first, last) -> last));
    }

    @Test
    void twoWorkersSayWhatOneSays() throws IOException {
        Path out = folder.resolve("two");
        List<Graded> graded = SmallClass.grade(COURSE, SmallClass.in(folder.resolve("in")), out,
                manner(2), SmallClass.QUIET);
        assertEquals(reports(calm), reports(out));
        assertEquals(List.of(SmallClass.HOSTILE, "ada", "bob", "dora"),
                graded.stream().map(g -> g.handed().student()).toList());
        assertEquals(Map.of("ada", "20 of 20", "bob", "19 of 20", "dora", "0 of 20",
                SmallClass.HOSTILE, "18 of 20"), marks(graded));
        assertTrue(graded.stream().allMatch(g -> g.outcome().containment()
                .startsWith("bubblewrap, private network")));
    }

    @Test
    void whatWasKilledGoesOnWhereItWas() throws IOException, InterruptedException {
        Path in = folder.resolve("in");
        Path out = folder.resolve("killed");
        Path journal = out.resolve("journal.jsonl");
        try (Started run = program(List.of(), in, out, Least.NAMESPACES)) {
            awaitLine(journal);
            ProcessHandle.of(run.pid()).orElseThrow().destroyForcibly();
            run.exit(PATIENCE);
        }
        String told = Files.readString(journal);
        assertTrue(told.endsWith("\n"), told);
        assertFalse(Files.exists(out.resolve("index.html")), told);
        // as if it had been in the middle of a line
        Files.writeString(journal, told + "{\"student\":\"ada\",\"exer");
        Path left = Path.of(Files.readString(out.resolve(".scratch")));
        List<String> said = new ArrayList<>();
        SmallClass.grade(in, out, manner(2), listening(said));
        assertEquals(reports(calm), reports(out));
        assertTrue(Files.readString(journal).startsWith(told));
        assertTrue(said.getFirst().contains("never completed"), said.toString());
        assertEquals(told.lines().count() + " of 4", said.get(1));
        assertFalse(Files.exists(left), "what the killed one left behind");
    }

    private static Started program(List<String> before, Path in, Path out, Least least)
            throws IOException {
        Files.createDirectories(out);
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), SmallClass.class.getName()));
        return Started.ours(new Ready(command),
                List.of(in.toString(), out.toString(), least.name()), COURSE.root(),
                line -> {});
    }

    private static void awaitLine(Path journal) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (Files.exists(journal) && Files.readString(journal).contains("\n")) return;
            Thread.sleep(5);
        }
        throw new AssertionError("nothing was graded");
    }

    private static Watch listening(List<String> said) {
        return new Watch() {
            @Override
            public void done(int done, int all) {
                said.add(done + " of " + all);
            }

            @Override
            public void says(String line) {
                said.add(line);
            }
        };
    }

    @Test
    void aWorkerThatIsKilledCostsNobodyAnything() throws IOException, InterruptedException {
        Path out = folder.resolve("hit");
        List<String> said = new ArrayList<>();
        var grading = CompletableFuture.runAsync(() -> {
            try {
                SmallClass.grade(folder.resolve("in"), out, manner(1), listening(said));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        awaitLine(out.resolve("journal.jsonl"));
        killTheWorker(Path.of(Files.readString(out.resolve(".scratch"))));
        grading.join();
        assertEquals(reports(calm), reports(out));
        assertTrue(said.toString().contains("examined once more, alone"), said.toString());
    }

    private static void killTheWorker(Path scratch) {
        List<ProcessHandle> workers = ProcessHandle.current().descendants()
                .filter(p -> commandLine(p).contains(Workbench.class.getName()))
                .filter(p -> commandLine(p).contains(scratch.toString()))
                .toList();
        assertFalse(workers.isEmpty());
        workers.forEach(ProcessHandle::destroyForcibly);
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    @Test
    void whereTheGraderBreaksNobodyLosesPoints() throws IOException {
        Submission ada = SmallClass.in(folder).get(1);
        Path out = folder.resolve("broken");
        List<Graded> graded = SmallClass.grade(COURSE, List.of(ada), out,
                new Grading.Manner(1, false, Least.NAMESPACES, Duration.ofMillis(1)),
                SmallClass.QUIET);
        Outcome outcome = graded.getFirst().outcome();
        assertTrue(outcome.broken());
        assertEquals(Optional.of("no outcome within 0 s"), outcome.trouble());
        assertEquals(0, outcome.max());
        assertTrue(Files.readString(out.resolve("students/ada.html")).contains(
                "The grader broke here. That costs you nothing"));
        assertTrue(Files.readString(out.resolve("results.xml")).contains("errors=\"1\""));
        assertEquals("", Files.readString(out.resolve("journal.jsonl")), "it is tried again");
    }

    @Test
    void noNameGetsOutOfItsPlace() throws Exception {
        SortedMap<String, String> reports = reports(calm);
        String name = Reports.fileName(SmallClass.HOSTILE);
        assertTrue(name.matches("[A-Za-z0-9_~-]+"), name);
        assertTrue(reports.containsKey("students/" + name + ".html"), reports.keySet()::toString);
        for (Map.Entry<String, String> report : reports.entrySet()) {
            String text = report.getValue();
            if (report.getKey().startsWith("files/")) continue;
            assertTrue(text.codePoints().noneMatch(
                    c -> c < 0x20 && c != '\n' && c != '\r' || c == 0x7f), report.getKey());
            if (report.getKey().endsWith(".json")) continue;
            assertFalse(text.contains("\u202e"), report.getKey());
            assertFalse(text.contains("<script"), report.getKey());
        }
        assertTrue(reports.get("index.html").contains("&lt;script&gt;alert(&#39;x&#39;)"));
        assertTrue(reports.get("index.html").contains("same as &lt;b&gt;another&#39;s"));
        assertFalse(reports.get("students/ada.html").contains("same as"), "not the student's");
        assertFalse(reports.get("students/ada.json").contains("same as"), "not the student's");
        var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(calm.resolve("results.xml").toFile());
        assertEquals(4, xml.getElementsByTagName("testsuite").getLength());
    }

    @Test
    void nothingIsGradedWhereNothingIsContained() throws IOException {
        List<String> bare = List.of("/usr/bin/env", "PATH=/nowhere", "COURSE_CONTAINMENT=group");
        Path in = folder.resolve("in");
        Path out = folder.resolve("free");
        try (Started run = program(bare, in, out, Least.LANDLOCK)) {
            assertEquals(3, run.exit(PATIENCE));
            String said = run.text(Started.Stream.ERR);
            assertTrue(said.contains("cannot be contained here (own process group only"), said);
            assertTrue(said.contains("--unsafe"), said);
            assertFalse(said.contains("--landlock"), said);
        }
        assertFalse(Files.exists(out.resolve("journal.jsonl")));
        try (Started run = program(bare, in, out, Least.NOTHING)) {
            assertEquals(0, run.exit(PATIENCE), () -> run.text(Started.Stream.ERR));
        }
        List<Graded> graded = Grading.journal(out, SmallClass.QUIET);
        assertEquals("20 of 20", marks(graded).get("ada"));
        for (String page : List.of(
                "index.html", "students/ada.html", "results.xml", "class.json")) {
            String text = Files.readString(out.resolve(page));
            assertTrue(text.contains("own process group only"), page);
        }
    }

    @Test
    void whereThereAreNoNamespacesLandlockWillDoIfOneSaysSo() throws IOException {
        if (!Containment.landlock("").holds()) Needs.missing("this kernel's Landlock holds little");
        Path out = folder.resolve("locked");
        List<String> without = List.of("/usr/bin/env", "COURSE_CONTAINMENT=landlock");
        Path in = folder.resolve("in");
        try (Started run = program(without, in, out, Least.NAMESPACES)) {
            assertEquals(3, run.exit(PATIENCE));
            String why = run.text(Started.Stream.ERR);
            assertTrue(why.contains("cannot be contained here (Landlock: files and signals"), why);
            assertTrue(why.contains("With --landlock this is enough: "), why);
        }
        assertFalse(Files.exists(out.resolve("journal.jsonl")));
        try (Started run = program(without, in, out, Least.LANDLOCK)) {
            assertEquals(0, run.exit(PATIENCE), () -> run.text(Started.Stream.ERR));
        }
        List<Graded> graded = Grading.journal(out, SmallClass.QUIET);
        assertEquals(Map.of("ada", "20 of 20", "bob", "19 of 20", "dora", "0 of 20",
                SmallClass.HOSTILE, "18 of 20"), marks(graded));
        String said = "Landlock: files and signals; modes of files, UNIX-domain sockets and the"
                + " network are open (COURSE_CONTAINMENT=landlock)";
        for (Graded g : graded) assertEquals(said, g.outcome().containment());
        for (String page : List.of(
                "index.html", "students/ada.html", "results.xml", "class.json")) {
            assertTrue(Files.readString(out.resolve(page)).contains(said), page);
        }
    }

    /** A course of one exercise, whose check can be changed, and which has a hidden one. */
    private Course ofOneExercise() throws IOException {
        String lecture = "04-first-server-and-client";
        Path root = folder.resolve("course");
        Files.createDirectories(root.resolve("lectures"));
        Files.createDirectories(root.resolve("solutions/" + lecture));
        Files.writeString(root.resolve("jbang-catalog.json"), "{}");
        Path check = root.resolve("exercises/" + lecture + "/GreetingServerCheck.java");
        Files.createDirectories(check.getParent());
        Files.copy(COURSE.exercise("GreetingServer").orElseThrow().check(), check);
        Course course = new Course(root);
        Files.writeString(course.exercise("GreetingServer").orElseThrow().hiddenCheck(), """
                import course.check.Check;
                import course.check.Server;

                class GreetingServerHiddenCheck {
                    @Check(points = 3, title = "keeps a secret", hint = "Think of line ends.",
                            lecture = "07-reading-and-writing")
                    void secret(Server server) {
                        server.connect().sends("Zacharias\\r\\n").halfCloses()
                                .expects("hello Zacharias\\n");
                    }
                }
                """);
        return course;
    }

    @Test
    void regradingTellsWhatItChanged() throws IOException {
        Course course = ofOneExercise();
        Path out = folder.resolve("again");
        List<Submission> two = SmallClass.in(folder).stream()
                .filter(s -> List.of("ada", "bob").contains(s.student())).toList();
        List<Graded> before = SmallClass.grade(course, two, out, manner(1), SmallClass.QUIET);
        assertEquals(Map.of("ada", "20 of 20", "bob", "19 of 20"), marks(before),
                "nobody asked for the hidden check");
        Path check = course.exercise("GreetingServer").orElseThrow().check();
        String text = Files.readString(check);
        assertTrue(text.contains("@Check(points = 1,\n            title = \"takes \\\\r\\\\n"));
        Files.writeString(check, text.replace("@Check(points = 1,\n            title = \"takes ",
                "@Check(points = 4,\n            title = \"takes "));

        Grading grading = new Grading(course, out, manner(1), SmallClass.QUIET);
        SchoolClass was = new Reports(out).read(Grading.journal(out, SmallClass.QUIET));
        List<Grading.Change> changes = grading.regrade(was.graded(), "crlf", "");
        assertEquals(
                List.of("ada GreetingServer: crlf 1/1 \u2192 4/4, 20 \u2192 23 of 23",
                        "bob GreetingServer: crlf 0/1 \u2192 0/4, 19 \u2192 19 of 23"),
                changes.stream().map(Grading.Change::told).toList());
        for (int i = 0; i < changes.size(); i++) {
            Graded now = changes.get(i).now();
            assertEquals(Optional.of(SmallClass.HANDED_IN), now.handed().at());
            assertFalse(now.at().isBefore(before.get(i).at()));
        }
        assertTrue(Instant.now().isAfter(changes.getFirst().now().at()));
        assertThrows(Complaint.class, () -> grading.regrade(was.graded(), "nothing", ""));
    }

    @Test
    void aHiddenCheckCountsAndTellsNothing() throws IOException {
        Course course = ofOneExercise();
        Submission bob = SmallClass.in(folder).get(3);
        Path out = folder.resolve("hidden");
        List<Graded> all = SmallClass.grade(course, List.of(bob), out,
                new Grading.Manner(1, true, Least.NAMESPACES), SmallClass.QUIET);
        assertEquals(Map.of("bob", "19 of 23"), marks(all));
        Outcome.Test secret = all.getFirst().outcome().test("secret").orElseThrow();
        assertEquals(Status.FAILED, secret.status());
        assertEquals("Think of line ends.", secret.hint());
        for (Map.Entry<String, String> report : reports(out).entrySet()) {
            assertFalse(report.getValue().contains("Zacharias"), report.getKey());
        }
    }

    @Test
    void theCompilersReadOnlyWhatWasHandedIn() throws IOException {
        Path solution = COURSE.root().resolve(
                "solutions/04-first-server-and-client/greeting_server.c");
        Submission thief = SmallClass.handedIn(
                folder, "thief", "GreetingServer", ".c", "#include \"" + solution + "\"\n");
        Graded graded = SmallClass.grade(COURSE, List.of(thief), folder.resolve("thief-out"),
                manner(1), SmallClass.QUIET).getFirst();
        assertEquals(0, graded.outcome().score());
        String trouble = graded.outcome().trouble().orElseThrow();
        assertTrue(trouble.contains("No such file or directory"), trouble);
    }
}
