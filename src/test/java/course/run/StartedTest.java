package course.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.run.Started.Stream;
import course.script.Complaint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Programs while they run: what they print, what is waited for, how they end. */
class StartedTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir Path folder;

    private Started start(String script, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("Script.java"), script);
        return Started.ours(workshop().prepare(file), List.of(arguments), folder, line -> {});
    }

    private Workshop workshop() {
        return new Workshop(folder.resolve("built"));
    }

    @Test
    void bothStreamsAreHeardLineByLineTheLastOneWithoutItsEndToo() throws IOException {
        try (Started p =
                start(
                        "void main() { IO.println(\"a\"); System.err.println(\"b\");"
                                + " IO.print(\"c\"); }")) {
            assertEquals(0, p.exit(LONG));
            assertEquals("a\nc", p.text(Stream.OUT));
            assertEquals("b", p.text(Stream.ERR));
        }
    }

    @Test
    void theBytesOnStdoutAreKeptAsTheyAre() throws IOException {
        String anything =
                "void main() { System.out.write(0xff); System.out.print(\"\\r\\n\\n\");"
                        + " System.out.write(0); System.out.flush(); System.err.println(\"b\"); }";
        try (Started p = start(anything)) {
            assertEquals(0, p.exit(LONG));
            assertArrayEquals(new byte[] {-1, '\r', '\n', '\n', 0}, p.printed());
        }
    }

    @Test
    void thePortIsWhatTheReadinessLineSays() throws IOException {
        try (Started p = start("void main() { IO.println(\"listening on ::1 port 5115\"); }")) {
            assertEquals(5115, p.port(LONG));
        }
    }

    @Test
    void whatDoesNotComeIsSaidWithWhatWasWaitedFor() throws IOException {
        try (Started p =
                start(
                        "void main() throws Exception { IO.println(\"hm\");"
                                + " Thread.currentThread().join(); }")) {
            p.await(Stream.OUT, Pattern.compile("hm"), LONG);
            Overdue late = assertThrows(Overdue.class, () -> p.exit(SHORT));
            assertEquals(
                    "waited 200 ms for the program to end; the last line it printed: hm",
                    late.getMessage());
        }
        try (Started p = start("void main() { IO.println(\"bye\"); }")) {
            Overdue never = assertThrows(Overdue.class, () -> p.port(LONG));
            assertTrue(
                    never.getMessage()
                            .endsWith("but the program ended; the last line it printed: bye"),
                    never.getMessage());
        }
    }

    @Test
    void ofAFloodTheBeginningAndTheEndAreKept() throws IOException {
        String flood =
                """
                void main() {
                    System.err.println("beside");
                    for (int i = 1; i <= 200_000; i++) IO.println("line " + i);
                }
                """;
        try (Started p = start(flood)) {
            assertEquals(0, p.exit(LONG));
            List<String> lines = p.text(Stream.OUT).lines().toList();
            assertEquals("line 1", lines.getFirst());
            assertEquals("line 200000", lines.getLast());
            var mark = lines.stream().filter(l -> l.startsWith("[...")).findFirst();
            int left = Integer.parseInt(mark.orElseThrow().replaceAll("\\D", ""));
            assertEquals(200_000, lines.size() - 1 + left);
            assertTrue(lines.size() < 40_000);
            assertEquals("beside", p.text(Stream.ERR));
            List<Started.Line> excerpt = p.excerpt(40);
            assertEquals(40, excerpt.size());
            assertEquals("line 200000", excerpt.getLast().text());
            assertTrue(excerpt.stream().anyMatch(l -> l.text().contains("lines are left out")));
        }
    }

    @Test
    void aLineWithoutAnEndIsKeptInPieces() throws IOException {
        String flood =
                """
                void main() {
                    byte[] much = "x".repeat(1 << 16).getBytes();
                    System.out.print("first");
                    for (int i = 0; i < 200; i++) System.out.write(much, 0, much.length);
                    System.out.print("last");
                }
                """;
        try (Started p = start(flood)) {
            assertEquals(0, p.exit(LONG));
            String said = p.text(Stream.OUT);
            assertTrue(said.startsWith("firstx") && said.endsWith("xlast"));
            assertTrue(said.length() < 300_000, said.length() + " characters");
        }
    }

    @Test
    void thePortIsFoundInTheMiddleOfAFlood() throws IOException {
        String flood =
                """
                void main() throws Exception {
                    for (int i = 1; i <= 200_000; i++) {
                        IO.println(i == 100_000 ? "listening on ::1 port 5115" : "line " + i);
                    }
                    Thread.currentThread().join();
                }
                """;
        try (Started p = start(flood)) {
            p.await(Stream.OUT, Pattern.compile("line 200000"), LONG);
            assertFalse(p.text(Stream.OUT).contains("listening"));
            assertEquals(5115, p.port(LONG));
        }
    }

    @Test
    void closingEndsTheChildrenToo() throws IOException {
        String parent =
                """
                void main() throws Exception {
                    var child = new ProcessBuilder("sleep", "60").start();
                    IO.println("child " + child.pid());
                    child.waitFor();
                }
                """;
        ProcessHandle child;
        try (Started p = start(parent)) {
            var said = p.await(Stream.OUT, Pattern.compile("child (\\d+)"), LONG);
            child = ProcessHandle.of(Long.parseLong(said.group(1))).orElseThrow();
        }
        child.onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
        assertFalse(child.isAlive());
    }

    @Test
    void aStrangerSeesNothingOfOurEnvironment() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("Env.java"),
                        "void main() { IO.println(new TreeSet<>(System.getenv().keySet())); }");
        for (Containment containment : List.of(Containment.here(), Containment.ownGroup(""))) {
            Ready ready = workshop().prepare(file);
            try (Started p = Started.strangers(
                    ready, List.of(), folder, new byte[0], containment)) {
                assertEquals(0, p.exit(LONG));
                // bubblewrap adds the name of the folder that it changes to
                String variables = p.text(Stream.OUT);
                assertTrue(variables.matches("\\[LANG, PATH(, PWD)?]"), variables);
            }
        }
    }

    @Test
    void anUnchangedFileIsBuiltOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("Once.java"), "void main() {}");
        Ready first = workshop().prepare(file);
        assertEquals(first, workshop().prepare(file));
        Files.writeString(file, "void main() { IO.println(); }");
        assertFalse(first.equals(workshop().prepare(file)));
    }

    @Test
    void aFileThatDoesNotCompileOrIsNoneIsAComplaint() throws IOException {
        Path wrong =
                Files.writeString(folder.resolve("Wrong.java"), "void main() { int i = \"x\"; }");
        Complaint complaint = assertThrows(Complaint.class, () -> workshop().prepare(wrong));
        assertEquals(1, complaint.status());
        assertTrue(
                complaint.getMessage().startsWith(wrong + ":1: error: incompatible types"),
                complaint.getMessage());
        assertEquals(
                2,
                assertThrows(Complaint.class, () -> workshop().prepare(folder.resolve("none.java")))
                        .status());
        Path text = Files.writeString(folder.resolve("x.txt"), "");
        assertEquals(2, assertThrows(Complaint.class, () -> workshop().prepare(text)).status());
    }
}
