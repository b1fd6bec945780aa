package course.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import course.CopyOfCourse;
import course.Needs;
import course.Typed;
import course.check.Standings;
import course.script.Course;
import course.script.Exercise;
import course.submit.Intake;
import course.submit.Submission;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@code course submit}, typed as a student does, in a copy of the course. */
class SubmitCommandTest {
    /** One for all: what is compiled for a check in it serves the next one. */
    @TempDir static Path copy;

    private record Answer(int status, String text) {}

    @BeforeAll
    static void copyTheCourse() throws IOException {
        CopyOfCourse.in(copy).only("GreetingServer");
    }

    @BeforeEach
    void aStudentWhoHasNeverHandedIn() throws IOException {
        Files.copy(exercise().solution(), mine(), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(copy.resolve(".course/identity"));
        Files.deleteIfExists(bundle());
    }

    private static Exercise exercise() {
        return new Course(copy).exercise("GreetingServer").orElseThrow();
    }

    /** The student's own, which leaves the skeleton alone. */
    private static Path mine() {
        return exercise().folder().resolve("Mine.java");
    }

    private static Path bundle() {
        return copy.resolve("submissions/ada42-GreetingServer.zip");
    }

    private Answer course(String... arguments) throws IOException, InterruptedException {
        try (Typed typed = Typed.in(new Course(copy), List.of(), arguments)) {
            String text = typed.rest();
            return new Answer(typed.status(), text);
        }
    }

    private Answer submitMine(String... more) throws IOException, InterruptedException {
        List<String> all = Stream.concat(
                Stream.of("submit", "greeting-server", "--yes", "--file", mine().toString()),
                Stream.of(more)).toList();
        return course(all.toArray(String[]::new));
    }

    @Test
    void checkedShownWrittenAndTakenIn() throws Exception {
        Files.writeString(exercise().folder().resolve("notes.txt"), "port 1234?");
        Answer done = submitMine("--as", "ada42");
        assertEquals(0, done.status(), done.text());
        String place = "exercises/04-first-server-and-client/";
        String text = done.text().replace(File.separatorChar, '/');
        assertTrue(text.startsWith("From now on, this is handed in by ada42: .course/identity\n"
                + "Handed in by ada42:\n  GreetingServer  " + place + "Mine.java  "), text);
        assertTrue(text.contains(" bytes  20 of 20 points\nNot in it: the briefs and the checks, "),
                text);
        assertTrue(text.contains(", " + place + "notes.txt\n"), text);
        assertTrue(text.contains("\nReady: submissions/ada42-GreetingServer.zip ("), text);
        assertTrue(text.strip().matches("(?s).*\nReceipt: [0-9a-f]{4}(-[0-9a-f]{4}){2}"), text);
        assertFalse(text.contains("\u001b"), text);
        try (Stream<Path> files = Files.list(bundle().getParent())) {
            assertEquals(List.of(bundle()), files.toList());
        }
        Intake.Options options = Intake.Options.of(new Course(copy).exercises());
        try (Intake intake = Intake.of(bundle(), options)) {
            assertEquals(List.of(), intake.refused());
            Submission taken = intake.taken().getFirst();
            assertEquals("ada42 GreetingServer []",
                    taken.student() + " " + taken.exercise() + " " + taken.remarks());
            assertArrayEquals(Files.readAllBytes(mine()), Files.readAllBytes(taken.file()));
        }
        Standings standings = new Standings(new Course(copy), Assertions::fail);
        assertEquals("20 of 20", standings.of(exercise()).marks());
        sameAgainAndThenChanged();
    }

    /** Nothing changed is the same bundle; a changed program is another one in its place. */
    private void sameAgainAndThenChanged() throws Exception {
        byte[] first = Files.readAllBytes(bundle());
        Answer again = submitMine();
        assertTrue(again.text().contains("\nNothing has changed since 2"), again.text());
        assertArrayEquals(first, Files.readAllBytes(bundle()));
        Files.writeString(mine(), "void main() { oops }\n");
        Answer changed = submitMine();
        assertEquals(0, changed.status(), changed.text());
        assertTrue(changed.text().contains("  0 of 20 points\n"), changed.text());
        assertFalse(changed.text().contains("Nothing has changed"), changed.text());
        assertFalse(Arrays.equals(first, Files.readAllBytes(bundle())));
    }

    @Test
    void whoOneIsIsKeptAndCanBeChanged() throws Exception {
        Path identity = copy.resolve(".course/identity");
        Answer unknown = submitMine();
        assertEquals(2, unknown.status(), unknown.text());
        assertEquals("course: nobody here to ask: who hands this in? course submit --as ID",
                unknown.text().strip());
        Files.writeString(identity, "eve\n");
        Answer team = course("submit", "--as", "ada42, bob7,ADA42");
        assertEquals(0, team.status(), team.text());
        assertEquals("ada42\nbob7\n", Files.readString(identity));
        Answer wrong = course("submit", "--as", "ada/../../42");
        assertEquals(2, wrong.status());
        assertEquals("ada42\nbob7\n", Files.readString(identity));
        Files.writeString(identity, "\n  eve \n\n<b>\n");
        Answer spoilt = submitMine();
        assertEquals(2, spoilt.status(), spoilt.text());
        assertEquals(1, spoilt.text().lines().count(), spoilt.text());
        assertTrue(spoilt.text().startsWith("course: .course/identity: no student id: <b>"),
                spoilt.text());
        assertFalse(Files.exists(bundle()));
    }

    /** At a terminal it asks: who, once, and whether, each time. */
    @Test
    void itAsksAtATerminal() throws Exception {
        if (!Files.isExecutable(Path.of("/usr/bin/script"))) Needs.missing("script is not here");
        try (Typed typed = atATerminal()) {
            typed.until("Your student id .*: ");
            typed.types("ada42\n");
            typed.until("20 of 20 points");
            typed.until("\\[y/N\\] ");
            typed.types("n\n");
            typed.rest();
            assertEquals(1, typed.status());
        }
        assertFalse(Files.exists(bundle()));
        try (Typed typed = atATerminal()) {
            String before = typed.until("\\[y/N\\] ");
            assertFalse(before.contains("Your student id"), before);
            typed.types("y\n");
            typed.until("Receipt: ");
            typed.rest();
            assertEquals(0, typed.status());
        }
        assertTrue(Files.exists(bundle()));
    }

    private Typed atATerminal() throws IOException {
        return Typed.in(new Course(copy),
                List.of("sh", "-c", "exec script -qec \"$0 $*\" /dev/null"),
                "submit", "GreetingServer", "--file", mine().toString());
    }

    /** No check, no marks; but the deadline does not wait for us to mend it. */
    @Test
    void aCheckThatCannotBeRunKeepsNobodyFromHandingIn() throws Exception {
        String check = Files.readString(exercise().check());
        Files.writeString(exercise().check(), "class GreetingServerCheck { oops }");
        Answer done = submitMine("--as", "ada42");
        Files.writeString(exercise().check(), check);
        assertEquals(0, done.status(), done.text());
        assertTrue(done.text().contains("course: GreetingServer could not be checked: "),
                done.text());
        assertTrue(done.text().contains(" bytes  not checked\n"), done.text());
        assertTrue(Files.exists(bundle()));
    }

    @Test
    void toTheClassServer() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            boolean put = call.getRequestMethod().equals("PUT");
            call.getRequestBody().readAllBytes();
            byte[] receipt = "Received: number 7\n".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(put ? 201 : 404, put ? receipt.length : -1);
            if (put) call.getResponseBody().write(receipt);
            call.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            Answer done = submitMine("--as", "ada42", "--to", url);
            assertEquals(0, done.status(), done.text());
            assertTrue(done.text().strip().endsWith("\nReceived: number 7"), done.text());
        } finally {
            server.stop(0);
        }
    }
}
