package course.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Course;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** What one types, what one reads, and the status that a script sees. */
class MainTest {
    private record Said(int status, String out, String err) {}

    private static Said course(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Said(status, out.toString(), err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "list", "run", "check", "watch", "hint", "reset", "submit", "site", "sync",
                "class", "doctor", "bench", "bench ladder", "author", "author check", "author new",
                "grade", "regrade", "merge", "package", "package gradescope", "package classroom50",
                "handout"
            })
    void helpIsEverywhere(String command) {
        Said said = course((command + " --help").strip().split(" "));
        assertEquals(0, said.status());
        assertTrue(said.out().startsWith(("Usage: course " + command).strip() + " ["), said.out());
        assertEquals("", said.err());
    }

    @Test
    void withoutAWordItSaysWhatItCanDo() {
        assertEquals(course("--help"), course());
    }

    @Test
    void noNameMovesTheCursor() {
        String moves = "\u001b[2Jx";
        for (String[] command : new String[][] {
                {"check", moves}, {"merge", moves, "--out", "x"}, {moves}, {"sync", moves}}) {
            Said said = course(command);
            assertEquals(2, said.status());
            assertTrue(said.err().contains("\u241b[2Jx"), said.err());
            assertEquals(-1, said.err().indexOf('\u001b'), said.err());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lsit | there is no lsit; did you mean list?
                    run simpel | nothing here is called simpel; did you mean simple?
                    run simple-servr | is called simple-servr; did you mean simple-server?
                    run simple --port 70000 | --port: 70000 is not a number from 0 to 65535
                    run simple --server cobol | Invalid value for option '--server'
                    run simple 1234 | simple is a pair: it takes --server
                    run side-by-side --in c | side-by-side is not there in C, but in: java
                    run side-by-side --server java | side-by-side is one program
                    run | Missing required parameter: 'NAME'
                    check GreetingServr | did you mean GreetingServer?
                    watch GreetingServr | did you mean GreetingServer?
                    submit | which exercise? course submit NAME
                    submit GreetingServr | did you mean GreetingServer?
                    submit GreetingServer EchoServer --file x.py | --file is for one exercise
                    submit GreetingServer --file nowhere.py | no such file: nowhere.py
                    submit GreetingServer --file README.adoc | can be handed in
                    submit GreetingServer --to class | is no address like http://
                    submit --as ../ada | no student id: ../ada
                    submit --as , | no student id
                    sync --chekc | Unknown option: '--chekc'
                    class --port 70000 | --port: 70000 is not a number from 0 to 65535
                    class --colect hand-ins | Unknown option
                    bench ladder --rounds 0 | --rounds: from 1 to 100
                    grade . | Missing required option: '--out=DIR'
                    grade . --out target --workers 0 | --workers: from 1 to 64
                    merge nowhere --out target/none | holds no finished grading
                    package gradescope GreetingServr | did you mean GreetingServer?
                    package gradescope LineChild --hidden | LineChild has no hidden check
                    package | Missing required subcommand
                    regrade nowhere --check atOnce | no such folder: nowhere
                    author | Missing required subcommand
                    author check GreetngServer | did you mean
                    author new parrot --lecture 04 | called like a class, e.g. QuoteServer
                    author new Parrot --lecture 44 | there is no lecture 44, nor is one planned
                    author new GreetingServer --lecture 04 | exercise GreetingServer already
                    """)
    void wrongUsageGivesTheNearestRightOne(String typed, String expected) {
        Said said = course(typed.split(" "));
        assertEquals(2, said.status(), said.err());
        assertEquals("", said.out());
        assertTrue(said.err().startsWith("course: "), said.err());
        assertTrue(said.err().contains(expected), said.err());
    }

    @Test
    void listShowsEveryProgramWithItsDescription() {
        Said said = course("list");
        assertEquals(0, said.status());
        for (var program : Course.find(Path.of("")).programs()) {
            assertTrue(said.out().contains(program.name()), program.name());
        }
        for (var exercise : Course.find(Path.of("")).exercises()) {
            assertTrue(said.out().contains("course check " + exercise.name()), exercise.name());
        }
        assertTrue(said.out().contains("Waits for one client, prints what it says"), said.out());
        for (var lecture : Course.find(Path.of("")).lectures()) {
            String line = lecture.number() + "  " + lecture.title();
            String command = lecture.firstCommand().orElseThrow();
            assertTrue(
                    said.out().lines().anyMatch(l -> l.startsWith(line) && l.endsWith(command)),
                    line + " with " + command);
        }
        assertTrue(said.out().lines().allMatch(l -> l.length() <= 100), said.out());
    }

    @ParameterizedTest
    @CsvSource({"java, java", "c, python", "python, c"})
    void runShowsBothProgramsSideBySide(String server, String client) {
        Said said = course("run", "simple", "--server", server, "--client", client);
        assertEquals(0, said.status(), said.err());
        assertTrue(said.out().startsWith("server: "), said.out());
        assertTrue(said.out().contains("from client: hello server"), said.out());
        assertTrue(said.out().contains(" | from server: back to ya client"), said.out());
        assertTrue(said.out().endsWith("both ended with status 0\n"), said.out());
    }

    @Test
    void aServerThatCannotStartIsNoSuccess() throws java.io.IOException {
        try (var holder =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Said said = course("run", "simple", "--port", String.valueOf(holder.getLocalPort()));
            assertEquals(1, said.status());
            assertTrue(said.out().contains("bind: Address already in use"), said.out());
            assertEquals(1, said.err().lines().count(), said.err());
        }
    }

    @Test
    void doctorLooksAtTheMachine() {
        Said said = course("doctor");
        assertEquals(0, said.status());
        assertTrue(said.out().matches("(?s).*fine +JDK +[0-9].*fine +IPv4.*"), said.out());
    }
}
