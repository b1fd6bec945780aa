package course.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import course.CopyOfCourse;
import course.Needs;
import course.Typed;
import course.script.Course;
import course.script.Exercise;
import course.submit.Intake;
import course.submit.Submission;

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
import java.util.List;
import java.util.stream.Stream;

/** {@code course submit}, typed as a student does, in a copy of the course. */
class SubmitCommandTest {
    @TempDir Path copy;

    private record Answer(int status, String text) {}

    @BeforeEach
    void copyTheCourse() throws IOException {
        CopyOfCourse.in(copy);
        Files.copy(exercise().solution(), mine());
    }

    private Exercise exercise() {
        return new Course(copy).exercise("GreetingServer").orElseThrow();
    }

    /** The student's own, which leaves the skeleton alone. */
    private Path mine() {
        return exercise().folder().resolve("Mine.java");
    }

    private Path bundle() {
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
        assertTrue(course("list").text().contains("20 of 20"));
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
        assertFalse(java.util.Arrays.equals(first, Files.readAllBytes(bundle())));
    }

    @Test
    void whoOneIsIsKeptAndCanBeChanged() throws Exception {
        Path identity = copy.resolve(".course/identity");
        Answer unknown = submitMine();
        assertEquals(2, unknown.status(), unknown.text());
        assertEquals("course: nobody here to ask: who hands this in? course submit --as ID",
                unknown.text().strip());
        assertEquals(0, course("submit", "--as", "Ada42").status());
        assertEquals("Ada42\n", Files.readString(identity));
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
        assertFalse(Files.exists(copy.resolve("submissions")));
    }

    /** At a terminal it asks: who, once, and whether, each time. */
    @Test
    void itAsksAtATerminal() throws Exception {
        if (!Files.isExecutable(Path.of("/usr/bin/script"))) Needs.missing("script is not here");
        String words = "'%s' -XX:TieredStopAtLevel=1 -cp '%s' course.cli.Main submit GreetingServer"
                .formatted(Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"));
        try (Typed typed = Typed.in(new Course(copy),
                List.of("script", "-qec", words + " --file '" + mine() + "'", "/dev/null"))) {
            typed.until("Your student id .*: ");
            typed.types("ada42\n");
            typed.until("20 of 20 points");
            typed.until("\\[y/N\\] ");
            typed.types("n\n");
            typed.rest();
            assertEquals(1, typed.status());
        }
        assertFalse(Files.exists(bundle()));
        try (Typed typed = Typed.in(new Course(copy),
                List.of("script", "-qec", words + " --file '" + mine() + "'", "/dev/null"))) {
            String before = typed.until("\\[y/N\\] ");
            assertFalse(before.contains("Your student id"), before);
            typed.types("y\n");
            typed.until("Receipt: ");
            typed.rest();
            assertEquals(0, typed.status());
        }
        assertTrue(Files.exists(bundle()));
    }

    @Test
    void whatCannotBeHandedIn() throws Exception {
        Path odd = Files.writeString(exercise().folder().resolve("my server.py"), "print()");
        Answer name = course("submit", "GreetingServer", "--yes", "--file", odd.toString());
        assertEquals(2, name.status(), name.text());
        assertEquals(1, name.text().lines().count(), name.text());
        Path huge = Files.write(exercise().folder().resolve("huge.py"), new byte[1 << 20 | 1]);
        Answer large = course("submit", "GreetingServer", "--yes", "--file", huge.toString());
        assertEquals(2, large.status(), large.text());
        assertTrue(large.text().contains("at most 1048576 can be handed in"), large.text());
    }

    /** No check, no marks; but the deadline does not wait for us to mend it. */
    @Test
    void aCheckThatCannotBeRunKeepsNobodyFromHandingIn() throws Exception {
        Files.writeString(exercise().check(), "class GreetingServerCheck { oops }");
        Answer done = submitMine("--as", "ada42");
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
