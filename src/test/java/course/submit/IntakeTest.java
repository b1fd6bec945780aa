package course.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Complaint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose a file is, what for, and which of several counts: in every layout, in folder and zip. */
class IntakeTest {
    private static final String CANVAS = "lovelaceada_12345_67890_";
    private static final String MOODLE = "Ada Lovelace_12345_assignsubmission_file_";

    /** How a class arrives. */
    enum Form { FOLDER, ZIP }

    @TempDir Path temporary;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private IntakeTest with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    private IntakeTest with(String name, String word) {
        return with(name, HandIns.program(word).getBytes(UTF_8));
    }

    private Path as(Form form) throws IOException {
        if (form == Form.ZIP) {
            StrangeZip zip = new StrangeZip();
            files.forEach((name, content) -> zip.with(name, content, e -> e));
            return Files.write(temporary.resolve("class.zip"), zip.bytes());
        }
        for (var file : files.entrySet()) {
            Path to = temporary.resolve("class").resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
        return temporary.resolve("class");
    }

    private Intake in(Form form, Intake.Options options) throws IOException {
        return Intake.of(as(form), options);
    }

    private static List<String> told(List<Submission> submissions) {
        return submissions.stream().map(s -> s.student() + " " + s.exercise()).toList();
    }

    private static Submission only(Intake intake) {
        assertEquals(1, intake.taken().size(), intake.taken() + " " + intake.refused());
        assertEquals(List.of(), intake.refused());
        return intake.taken().getFirst();
    }

    private Roster roster(String text) throws IOException {
        return Roster.of(Files.writeString(temporary.resolve("roster.csv"), text));
    }

    @ParameterizedTest
    @EnumSource
    void bundles(Form form) throws IOException {
        with("mail/1.zip", HandIns.bundle("ada42", "one"));
        with("2.zip", HandIns.bundle(HandIns.NOON, "Bob7", HandIns.part("EchoServer", "two"),
                HandIns.part("GreetingServer", "three")));
        try (Intake intake = in(form, HandIns.options())) {
            assertEquals(List.of("ada42 EchoServer", "bob7 EchoServer", "bob7 GreetingServer"),
                    told(intake.taken()));
            assertEquals(List.of(), intake.refused());
            Submission first = intake.taken().getFirst();
            assertEquals(Optional.of(HandIns.NOON), first.at());
            assertEquals("EchoServer.java", first.file().getFileName().toString());
            assertEquals(HandIns.program("one"), Files.readString(first.file()));
            assertEquals(Sha256.of(HandIns.program("one").getBytes(UTF_8)), first.sha256());
            assertEquals(List.of(), first.remarks());
            assertFalse(first.late());
            assertEquals((form == Form.ZIP ? "class.zip" : "class") + " \u203a mail/1.zip",
                    first.origin());
        }
    }

    @Test
    void oneBundleAndOneProgram() throws IOException {
        Path bundle = Files.write(temporary.resolve("b.zip"), HandIns.bundle("ada42", "one"));
        try (Intake intake = Intake.of(bundle, HandIns.options())) {
            assertEquals("ada42", only(intake).student());
        }
        Path program = Files.createDirectory(temporary.resolve("ada42")).resolve("echo_server.c");
        Files.writeString(program, "int main(void) {}\n");
        try (Intake intake = Intake.of(program, HandIns.options())) {
            assertEquals("ada42", only(intake).student());
            assertEquals("EchoServer", only(intake).exercise());
        }
    }

    /** A team's bundle counts for each of them, and their being equal is no wonder. */
    @Test
    void aTeam() throws IOException {
        with("1.zip", HandIns.bundle("ada42,bob7", "one"));
        try (Intake intake = in(Form.FOLDER, HandIns.options())) {
            assertEquals(List.of("ada42 EchoServer", "bob7 EchoServer"), told(intake.taken()));
            assertEquals(List.of("together with bob7"), intake.taken().getFirst().remarks());
        }
    }

    @ParameterizedTest
    @EnumSource
    void canvas(Form form) throws IOException {
        with(CANVAS + "EchoServer.java", "one");
        with("hopper_LATE_222_333_echo_server.py", "two");
        with("turing_444_555_GreetingServer-1.java", "three");
        with("knuth_666_777_GreetingClient (2).java", "four");
        with("bob_8_9_eve-EchoServer.zip", HandIns.bundle("bob7", "five"));
        with("own_10_11_homework.zip", new StrangeZip()
                .with("__MACOSX/src/._EchoServer.java", "litter")
                .with("src/bob_8_9_EchoServer.java", HandIns.program("six")).bytes());
        with("text_12_13_text.html", "seven");
        try (Intake intake = in(form, HandIns.options())) {
            assertEquals(List.of("bob7 EchoServer", "hopper-222 EchoServer",
                    "knuth-666 GreetingClient", "lovelaceada-12345 EchoServer",
                    "own-10 EchoServer", "turing-444 GreetingServer"), told(intake.taken()));
            Submission late = intake.taken().get(1);
            assertTrue(late.late());
            assertEquals(List.of("late, says the LMS"), late.remarks());
            assertEquals("echo_server.py", late.file().getFileName().toString());
            assertEquals("GreetingClient.java",
                    intake.taken().get(2).file().getFileName().toString());
            assertEquals("GreetingServer.java",
                    intake.taken().get(5).file().getFileName().toString());
            assertEquals(1, intake.refused().size(), intake.refused().toString());
            assertTrue(intake.refused().getFirst().origin().endsWith("text_12_13_text.html"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void moodle(Form form) throws IOException {
        with(MOODLE + "/EchoServer.java", "one");
        with("Zo\u00eb M_22_assignsubmission_file/src/echo_server.py", "two");
        with("\u6e21\u8fba_33_assignsubmission_file_GreetingServer.java", "three");
        with("Bob_44_assignsubmission_file_/bob7.zip", HandIns.bundle("bob7", "four"));
        try (Intake intake = in(form, HandIns.options())) {
            assertEquals(List.of("33 GreetingServer", "ada-lovelace-12345 EchoServer",
                    "bob7 EchoServer", "zoe-m-22 EchoServer"), told(intake.taken()));
            assertEquals(List.of(), intake.refused());
        }
    }

    /** However one collects by hand: a folder each, or the id in the name. */
    @ParameterizedTest
    @EnumSource
    void plainFiles(Form form) throws IOException {
        with("ada42/EchoServer.java", "one");
        with("bob7/src/echo_server.py", "two");
        with("Zo\u00eb/EchoServer.java", "three");
        with("cy3_GreetingServer.java", "four");
        with("GreetingServerDan.java", "five");
        with("greeting_client_eva.c", "six");
        with(".git/EchoServer.java", "seven");
        try (Intake intake = in(form, HandIns.options())) {
            List<String> told = told(intake.taken());
            assertEquals(List.of("ada42 EchoServer", "bob7 EchoServer", "cy3 GreetingServer",
                    "dan GreetingServer", "eva GreetingClient"), told.subList(0, 5));
            assertTrue(told.get(5).matches("zoe-[0-9a-f]{6} EchoServer"), told.get(5));
            assertEquals(List.of(), intake.refused());
        }
    }

    @Test
    void whatTheNameDoesNotSayAnOptionDoes() throws IOException {
        with("ada42/server.py", "one").with("bob7/GreetingServer.java", "two");
        try (Intake intake = in(Form.FOLDER, HandIns.options())) {
            assertEquals("is called after no exercise", intake.refused().getFirst().reason());
        }
        Intake.Options echo = HandIns.options().exercise(HandIns.exercise("EchoServer"));
        try (Intake intake = in(Form.FOLDER, echo)) {
            assertEquals(List.of("ada42 EchoServer", "bob7 GreetingServer"), told(intake.taken()));
            assertEquals("server.py", intake.taken().getFirst().file().getFileName().toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLatestWins(Form form) throws IOException {
        Instant noon = HandIns.NOON;
        for (int hour : List.of(3, 1, 2)) {
            with(hour + ".zip", HandIns.bundle(noon.plus(Duration.ofHours(hour)), "ada42",
                    HandIns.part("EchoServer", "hour " + hour)));
        }
        try (Intake intake = in(form, HandIns.options())) {
            Submission taken = only(intake);
            assertEquals(HandIns.program("hour 3"), Files.readString(taken.file()));
            assertEquals(List.of("one of 3 that were handed in"), taken.remarks());
            assertEquals(2, intake.superseded().size());
            for (Submission s : intake.superseded()) {
                assertEquals(List.of("superseded by " + taken.origin()), s.remarks());
            }
        }
    }

    /** Canvas counts what is uploaded; of plain files nothing else tells which is newer. */
    @Test
    void theLatestUploadWins() throws IOException {
        with("ada_1_900_EchoServer.java", "old").with("ada_1_1000_echo_server.py", "new");
        try (Intake intake = in(Form.ZIP, HandIns.options())) {
            assertEquals("echo_server.py", only(intake).file().getFileName().toString());
        }
    }

    @Test
    void theSameTwiceIsOneSubmissionOfTheFirstTime() throws IOException {
        Instant due = HandIns.NOON.plusSeconds(60);
        with("a.zip", HandIns.bundle("ada42", "one"));
        with("copy of a.zip", HandIns.bundle("ada42", "one"));
        with("later.zip", HandIns.bundle(due.plusSeconds(60), "ada42",
                HandIns.part("EchoServer", "one")));
        try (Intake intake = in(Form.FOLDER, HandIns.options().due(due))) {
            Submission taken = only(intake);
            assertFalse(taken.late());
            assertEquals("class \u203a a.zip", taken.origin());
            assertEquals(2, intake.superseded().size());
            assertTrue(intake.superseded().getFirst().remarks()
                    .contains("the same as class \u203a a.zip"));
        }
    }

    @Test
    void late() throws IOException {
        Instant due = HandIns.NOON.minus(Duration.ofMinutes(90));
        with("a.zip", HandIns.bundle("ada42", "one"));
        with("b.zip", HandIns.bundle(due, "bob7", HandIns.part("EchoServer", "two")));
        with("c1.zip", HandIns.bundle(due, "cy3", HandIns.part("EchoServer", "three")));
        with("c2.zip", HandIns.bundle("cy3", "four"));
        with("dan/EchoServer.java", "five");
        Path folder = as(Form.FOLDER);
        Files.setLastModifiedTime(folder.resolve("dan/EchoServer.java"),
                FileTime.from(due.plus(Duration.ofDays(5))));
        try (Intake intake = Intake.of(folder, HandIns.options().due(due))) {
            assertEquals(List.of(true, false, true, true),
                    intake.taken().stream().map(Submission::late).toList());
            assertEquals(List.of("late by 1 h 30 min, says the student's clock"),
                    intake.taken().get(0).remarks());
            assertTrue(intake.taken().get(2).remarks()
                    .contains("an earlier one was in time: class \u203a c1.zip"));
            assertEquals(List.of("late by 5 days, says the file's own time, which a copy may"
                    + " change"), intake.taken().get(3).remarks());
        }
    }

    @Test
    void aClockThatIsAhead() throws IOException {
        Instant future = Instant.now().plus(Duration.ofDays(2));
        with("a.zip", HandIns.bundle(future, "ada42", HandIns.part("EchoServer", "one")));
        try (Intake intake = in(Form.ZIP, HandIns.options())) {
            String remark = only(intake).remarks().getFirst();
            assertTrue(remark.startsWith("the student's clock is ahead: 2"), remark);
        }
    }

    @Test
    void whoHandsInWhatAnotherOneHasMade() throws IOException {
        with("a.zip", HandIns.bundle("ada42", "one")).with("b.zip", HandIns.bundle("bob7", "one"));
        try (Intake intake = in(Form.FOLDER, HandIns.options())) {
            assertEquals(List.of("byte for byte the same as that of bob7"),
                    intake.taken().getFirst().remarks());
            assertEquals(List.of("byte for byte the same as that of ada42"),
                    intake.taken().get(1).remarks());
        }
    }

    @Test
    void theSkeletonIsNobodysCopy() throws IOException {
        byte[] skeleton = Files.readAllBytes(HandIns.exercise("EchoServer").file());
        with("ada42/EchoServer.java", skeleton).with("bob7/EchoServer.java", skeleton);
        try (Intake intake = in(Form.FOLDER, HandIns.options())) {
            for (Submission s : intake.taken()) {
                assertEquals(List.of("the skeleton, unchanged"), s.remarks());
            }
        }
    }

    /** What the LMS knows outweighs what a manifest claims. */
    @Test
    void anotherOnesBundle() throws IOException {
        with("hoppergrace_222_1_x.zip", HandIns.bundle("ada42", "one"));
        with("stranger_9_2_x.zip", HandIns.bundle("ada42", "two"));
        Roster roster = roster("id,name\nada42,Ada Lovelace\ngrace1,Grace Hopper\n");
        try (Intake intake = in(Form.ZIP, HandIns.options().roster(roster))) {
            assertEquals(List.of("ada42 EchoServer", "grace1 EchoServer"), told(intake.taken()));
            assertEquals(List.of("uploaded by stranger (9), who is not in the roster"),
                    intake.taken().getFirst().remarks());
            assertEquals(List.of("the bundle names ada42, but grace1 uploaded it"),
                    intake.taken().get(1).remarks());
        }
        try (Intake intake = in(Form.ZIP, HandIns.options())) {
            assertEquals(List.of("one of 2 that were handed in", "more than one account handed in"
                    + " for ada42: hoppergrace (222), stranger (9)"), only(intake).remarks());
        }
    }

    @Test
    void theRosterKnowsThemByEveryName() throws IOException {
        Roster roster = roster("""
                \ufeffid,name,email,canvas
                S-1,"Lovelace, Ada",ada@x.example,12345
                S-2,Grace Hopper,grace@x.example,
                S-3,Alan Turing,alan@x.example,
                S-4,\u6e21\u8fba \u82bd\u8863,,33
                222,Edsger Dijkstra,,
                """);
        with("x_12345_1_EchoServer.java", "by the number in its own column");
        with("hoppergrace_222_2_EchoServer.java", "by name, not by a number that is an id, too");
        with("alan@x.example/EchoServer.java", "by email");
        with("hw1/s-3/GreetingServer.java", "by id, in a folder below");
        with("\u6e21\u8fba \u82bd\u8863_33_assignsubmission_file_/EchoServer.java", "by number");
        with("nobody/EchoServer.java", "not at all");
        try (Intake intake = in(Form.ZIP, HandIns.options().roster(roster))) {
            assertEquals(List.of("S-1 EchoServer", "S-2 EchoServer", "S-3 EchoServer",
                    "S-3 GreetingServer", "S-4 EchoServer", "nobody EchoServer"),
                    told(intake.taken()));
            assertEquals(List.of("not in the roster"), intake.taken().getLast().remarks());
        }
    }

    @Test
    void aRosterIsReadOrNamedByItsRow() throws IOException {
        assertEquals("Ada \"the first\" L", roster("ID;Name\nada;\"Ada \"\"the first\"\" L\"\n")
                .students().getFirst().name());
        assertEquals(2, roster("name,id\r\nAda,a1\r\n\r\nBob,b2").students().size());
        for (String bad : List.of("", "name,email\n", "id\n../x\n", "id\nada\nADA\n",
                "id\nnul\n", "id\n\u001b[2J\n")) {
            Complaint c = assertThrows(Complaint.class, () -> roster(bad), bad);
            assertEquals(2, c.status());
            assertTrue(c.getMessage().lines().count() == 1 && !c.getMessage().contains("\u001b"));
        }
    }

    @Test
    void otherEditionsAndOtherCourses() throws IOException {
        var part = HandIns.part("EchoServer", "one");
        var bundle = Bundle.of(HandIns.COURSE, "course 1", HandIns.NOON, List.of("ada42"),
                List.of(part));
        var work = bundle.manifest().works().getFirst();
        var old = new Manifest.Work("EchoServer", "000000000000", work.file(), work.bytes(),
                work.sha256(), work.open());
        var foreign = new Manifest.Work("QuoteServer", "000000000000", work.file(), work.bytes(),
                work.sha256(), work.open());
        var manifest = new Manifest("000000000000", "course 1", HandIns.NOON, List.of("ada42"),
                List.of(old, foreign));
        with("a.zip", new Bundle(manifest, Map.of("EchoServer/EchoServer.java", part.program(),
                "QuoteServer/EchoServer.java", part.program())).zip());
        try (Intake intake = in(Form.FOLDER, HandIns.options())) {
            assertEquals(List.of("written for another edition of the exercise"),
                    intake.taken().getFirst().remarks());
            assertEquals(List.of("class \u203a a.zip \u203a QuoteServer/EchoServer.java"
                    + " is for no exercise of this course"),
                    intake.refused().stream().map(Refusal::toString).toList());
        }
    }

    /** What is extracted is gone with the intake, unless a folder was given for it. */
    @Test
    void whereTheProgramsAre() throws IOException {
        with("ada42/EchoServer.java", "one");
        Path gone;
        try (Intake intake = in(Form.FOLDER, HandIns.options())) {
            gone = only(intake).file();
            assertTrue(Files.exists(gone));
        }
        assertFalse(Files.exists(gone));
        Path into = temporary.resolve("into");
        Path kept;
        try (Intake intake = in(Form.FOLDER, HandIns.options().into(into))) {
            kept = only(intake).file();
        }
        assertEquals(HandIns.program("one"), Files.readString(kept));
        assertTrue(kept.startsWith(into.resolve("ada42/EchoServer")), kept.toString());
    }

    @Test
    void nothingThere() {
        Complaint c = assertThrows(Complaint.class,
                () -> Intake.of(temporary.resolve("nowhere"), HandIns.options()));
        assertEquals(2, c.status());
    }
}
