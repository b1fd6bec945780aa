package course.grade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import course.Needs;
import course.run.Ready;
import course.run.Started;
import course.run.Tool;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What engines elsewhere run, run here: unpacked, with paths of a temporary folder. Their images
 * are not built here, nor is setup.sh run: both fetch from the network.
 */
class ParcelTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Course COURSE = Course.find(Path.of(""));

    @TempDir static Path shared;

    private static Exercise exercise;
    private static byte[] gradescope;
    private static Path autograder;

    @TempDir Path folder;

    @BeforeAll
    static void unpackForGradescope() throws IOException {
        exercise = COURSE.exercise("LineChild").orElseThrow();
        gradescope = Parcel.gradescope(COURSE, exercise, false);
        autograder = shared.resolve("autograder");
        unpack(gradescope, autograder.resolve("source"));
    }

    /** With the rights that stand in the zip, as unzip does it. */
    private static void unpack(byte[] zip, Path to) throws IOException {
        Path file = Files.write(Files.createTempFile(shared, "parcel", ".zip"), zip);
        try (FileSystem in = FileSystems.newFileSystem(file,
                Map.of("enablePosixFileAttributes", true))) {
            Path root = in.getPath("/");
            List<Path> all;
            try (Stream<Path> walk = Files.walk(root)) {
                all = walk.toList();
            }
            for (Path p : all) {
                Path target = to.resolve(root.relativize(p).toString());
                if (Files.isDirectory(p)) Files.createDirectories(target);
                else {
                    Files.copy(p, target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(p));
                }
            }
        }
    }

    private record Ended(int status, String err) {}

    private static Ended run(Path in, List<String> before, String... command) {
        List<String> all = new ArrayList<>(List.of("/usr/bin/env",
                "JAVA_HOME=" + System.getProperty("java.home")));
        all.addAll(before);
        all.addAll(List.of(command));
        try (Started run = Started.ours(new Ready(all), List.of(), in, line -> {})) {
            return new Ended(run.exit(PATIENCE), run.text(Started.Stream.ERR));
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }

    @Test
    void theSameIsTheSameBytes() {
        assertArrayEquals(gradescope, Parcel.gradescope(COURSE, exercise, false));
        assertArrayEquals(Parcel.classroom50(COURSE, exercise),
                Parcel.classroom50(COURSE, exercise));
    }

    @Test
    void gradescopeFindsWhatItRunsAtTheTop() throws IOException {
        Path source = autograder.resolve("source");
        for (String program : List.of("setup.sh", "run_autograder")) {
            Path file = source.resolve(program);
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            assertTrue(rights.contains(PosixFilePermission.OTHERS_EXECUTE), program);
            assertTrue(Files.readString(file).startsWith("#!/bin/sh\n"), program);
            assertFalse(Files.readString(file).contains("\r"), program);
            assertEquals(0, run(source, List.of(), "sh", "-n", program).status(), program);
            assertTrue(Files.readString(file).lines().allMatch(l -> l.length() <= 100), program);
        }
        assertTrue(Files.readString(source.resolve("setup.sh")).contains("openjdk-25-jdk"));
        assertFalse(Files.exists(source.resolve("course/solutions")), "no solution is in it");
        assertFalse(Files.isExecutable(source.resolve("nothing.json")));
    }

    private static JsonNode graded(Path program) throws IOException {
        Path submission = Files.createDirectories(autograder.resolve("submission"));
        try (Stream<Path> old = Files.list(submission)) {
            for (Path file : old.toList()) Files.delete(file);
        }
        Files.copy(program, submission.resolve(program.getFileName()));
        Ended ended = run(autograder, List.of("AUTOGRADER=" + autograder), "sh",
                autograder.resolve("source/run_autograder").toString());
        assertEquals(0, ended.status(), ended.err());
        return json(autograder.resolve("results/results.json"));
    }

    @Test
    void gradescopeGradesASubmission() throws IOException {
        JsonNode results = graded(exercise.solution());
        assertEquals(exercise.points(), results.path("score").asInt(), results.toString());
        assertFalse(results.path("tests").isEmpty());
        for (JsonNode t : results.path("tests")) assertEquals("passed", t.path("status").asText());
        JsonNode nothing = graded(COURSE.root().resolve("README.adoc"));
        assertEquals(0, nothing.path("score").asInt(-1));
        assertTrue(nothing.path("output").asText().contains("it is called LineChild.java"));
    }

    /** A failure of ours must not look like a result: not even like the last one. */
    @Test
    void whereTheGraderFailsThereAreNoResults() throws IOException {
        Path home = folder.resolve("autograder");
        Path results = Files.createDirectories(home.resolve("results")).resolve("results.json");
        Files.writeString(results, "{\"score\": 100}");
        Files.createDirectories(home.resolve("source/course"));
        Ended ended = run(home, List.of("AUTOGRADER=" + home), "sh",
                autograder.resolve("source/run_autograder").toString());
        assertTrue(ended.status() != 0);
        assertFalse(Files.exists(results));
    }

    @Test
    void aHiddenCheckIsGradedOnlyWhereItStaysHidden() throws IOException {
        assertThrows(Complaint.class, () -> Parcel.gradescope(COURSE, exercise, true),
                "it has none");
        String script = GradescopeScripts.run(exercise, true);
        assertTrue(script.contains("--workers 1 --hidden\n") && !script.contains("--unsafe"));
        assertTrue(GradescopeScripts.run(exercise, false).contains("--workers 1 --unsafe\n"));
    }

    @Test
    void classroom50GradesACheckout() throws IOException {
        Needs.tool(Tool.PYTHON);
        Path bundle = folder.resolve("sockets/autograders/child");
        unpack(Parcel.classroom50(COURSE, exercise), bundle);
        assertEquals("25", json(bundle.resolve("runtime.json")).path("java").asText());
        Path checkout = Files.createDirectories(folder.resolve("checkout"));
        List<String> environment = List.of("CLASSROOM=sockets", "ASSIGNMENT=child", "OWNER=ada",
                "ASSIGNMENT_TYPE=individual", "COMMIT_URL=https://h/c", "RELEASE_URL=https://h/r",
                "REVIEW_URL=https://h/d", "PATH=/usr/bin:/bin",
                "SUBMISSION_TAG=submit/2026-06-01T14-32-05Z-a1b2c3d");
        String program = bundle.resolve("autograder.py").toString();
        Path result = checkout.resolve("result.json");
        // nothing is there yet, which is no failure of the grader
        Ended empty = run(checkout, environment, "python3", program);
        assertEquals(0, empty.status(), empty.err());
        assertEquals(0, json(result).path("score").asInt(-1));
        assertEquals(exercise.points(), json(result).path("max-score").asInt());
        Files.createDirectories(checkout.resolve(".git"));
        Files.copy(exercise.solution(), checkout.resolve("LineChild.java"));
        Ended ended = run(checkout, environment, "python3", program);
        assertEquals(0, ended.status(), ended.err());
        assertEquals("ada child", json(result).path("owner").asText() + " "
                + json(result).path("assignment").asText());
        assertEquals(exercise.points(), json(result).path("score").asInt());
        List<String> lacking = environment.stream().filter(e -> !e.startsWith("COMMIT_URL"))
                .toList();
        Files.delete(result);
        assertTrue(run(checkout, lacking, "python3", program).status() != 0);
        assertFalse(Files.exists(result));
    }

    @Test
    void theLibrariesAreThoseThatItRunsWith() throws IOException {
        List<String> jars = new ArrayList<>();
        try (Stream<Path> all = Files.list(autograder.resolve("source/lib"))) {
            all.forEach(jar -> jars.add(jar.getFileName().toString()));
        }
        assertTrue(jars.contains("course.jar") && jars.size() == 14, jars.toString());
        Path jar = autograder.resolve("source/lib/course.jar");
        try (FileSystem in = FileSystems.newFileSystem(jar);
                InputStream main = Files.newInputStream(in.getPath("course/cli/Main.class"))) {
            assertTrue(main.readAllBytes().length > 0);
        }
    }
}
