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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

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
        // root does not grade as root
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
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
    void theSameIsTheSameBytes() throws IOException {
        Set<LocalDateTime> made = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(gradescope))) {
            for (ZipEntry e; (e = zip.getNextEntry()) != null; ) made.add(e.getTimeLocal());
        }
        assertEquals(Set.of(LocalDateTime.of(1980, 1, 1, 0, 0)), made, "whenever it is made");
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

    /** Instead of grading, it ends with this status, and has written nothing. */
    private String jdkThatEndsWith(int status) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve("jdk" + status));
        Path bin = Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String name : List.of("java", "javac")) {
            Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\nexit " + status + "\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        // whoever grades in root's place must get there
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return "JAVA_HOME=" + jdk;
    }

    private static Ended runAutograder(String... environment) {
        List<String> all = new ArrayList<>(List.of("AUTOGRADER=" + autograder));
        all.addAll(List.of(environment));
        return run(autograder, all, autograder.resolve("source/run_autograder").toString());
    }

    /** As root, it grades as nobody: only then is the number of processes limited. */
    @Test
    void gradescopeGradesASubmission() throws IOException {
        Path submission = Files.createDirectories(autograder.resolve("submission"));
        Path results = autograder.resolve("results/results.json");
        Files.copy(exercise.solution(), submission.resolve("LineChild.java"));
        Ended ended = runAutograder();
        assertEquals(0, ended.status(), ended.err());
        JsonNode full = json(results);
        assertEquals(exercise.points(), full.path("score").asInt(), full.toString());
        assertFalse(full.path("tests").isEmpty());
        for (JsonNode t : full.path("tests")) assertEquals("passed", t.path("status").asText());
        String output = full.path("output").asText();
        assertTrue(output.contains("\nContained by: "), output);
        assertFalse(output.contains("number of processes not limited"), output);

        assertEquals(0, runAutograder(jdkThatEndsWith(0)).status());
        assertEquals(0, json(results).path("score").asInt(-1));
        assertTrue(json(results).path("output").asText().contains("called LineChild.java"));
        // a failure of ours must not look like a result: not even like the last one
        assertEquals(3, runAutograder(jdkThatEndsWith(3)).status());
        assertFalse(Files.exists(results));
    }

    @Test
    void aHiddenCheckIsGradedOnlyWhereItStaysHidden() throws IOException {
        assertThrows(Complaint.class, () -> Parcel.gradescope(COURSE, exercise, true),
                "it has none");
        String script = GradescopeScripts.run(exercise, true);
        assertTrue(script.contains("--workers 1 --hidden --landlock\n"), script);
        assertFalse(script.contains("--unsafe"), script);
        assertTrue(GradescopeScripts.run(exercise, false).contains("--workers 1 --unsafe\n"));
    }

    @Test
    void classroom50GradesACheckout() throws IOException {
        Needs.tool(Tool.PYTHON);
        Path bundle = folder.resolve("sockets/autograders/child");
        unpack(Parcel.classroom50(COURSE, exercise), bundle);
        assertEquals("25", json(bundle.resolve("runtime.json")).path("java").asText());
        Path checkout = Files.createDirectories(folder.resolve("checkout"));
        List<String> environment = new ArrayList<>(List.of("CLASSROOM=sockets",
                "ASSIGNMENT=child", "OWNER=ada",
                "ASSIGNMENT_TYPE=individual", "COMMIT_URL=https://h/c", "RELEASE_URL=https://h/r",
                "REVIEW_URL=https://h/d", "PATH=/usr/bin:/bin",
                "SUBMISSION_TAG=submit/2026-06-01T14-32-05Z-a1b2c3d"));
        String program = bundle.resolve("autograder.py").toString();
        Path result = checkout.resolve("result.json");
        Files.createDirectories(checkout.resolve(".git"));
        Files.copy(exercise.solution(), checkout.resolve("LineChild.java"));
        Ended ended = run(checkout, environment, "python3", program);
        assertEquals(0, ended.status(), ended.err());
        assertEquals("ada child 2026-06-01T14:32:05Z", json(result).path("owner").asText() + " "
                + json(result).path("assignment").asText() + " "
                + json(result).path("datetime").asText());
        assertEquals(exercise.points(), json(result).path("score").asInt());

        environment.add(jdkThatEndsWith(0));
        assertEquals(0, run(checkout, environment, "python3", program).status());
        JsonNode nothing = json(result);
        assertEquals("ada", nothing.path("owner").asText());
        assertEquals(0, nothing.path("score").asInt(-1));
        assertEquals(exercise.points(), nothing.path("max-score").asInt());
        environment.add(jdkThatEndsWith(3));
        assertEquals(1, run(checkout, environment, "python3", program).status());
        assertFalse(Files.exists(result), "nor one that was handed in");
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
