package course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Needs;
import course.grade.Zoo.Animal;
import course.run.Containment;
import course.run.PrivateNetwork;
import course.script.Course;
import course.script.Exercise;
import course.script.Language;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Everybody's marks are the same, whether one worker grades the class or four, and however often
 * somebody ends the grading: solutions, attempts, and those who mean harm.
 */
@Isolated // four workers want all of the machine
class WholeClassTest {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int SMALL = 5;
    private static final int LARGE = 200;
    private static final int KILLS = 3;

    @TempDir Path folder;

    @BeforeAll
    static void containsThem() {
        if (!Containment.here().holds() || !PrivateNetwork.permitted()) {
            Needs.missing("programs cannot be contained here");
        }
        for (Language language : Language.values()) Needs.language(language);
    }

    /** Somebody's program for an exercise. */
    private record Work(String exercise, Path file) {}

    @Test
    void aFewAreMarkedAlike() throws Exception {
        List<Work> works = works(List.of("GreetingServer", "ParseEndpoint"));
        Random any = new Random(SMALL);
        List<Work> few = Stream.generate(() -> works.get(any.nextInt(works.size())))
                .limit(SMALL).toList();
        List<Animal> animals = Zoo.animals().stream()
                .filter(a -> a.text().contains("exec") || a.text().contains("Files.write"))
                .toList();
        assertMarkedAlike(few, animals);
    }

    @Test
    @Tag("class")
    void twoHundredAreMarkedAlike() throws Exception {
        List<Animal> animals = Zoo.animals();
        List<Work> works = works(List.of());
        List<Work> many = Stream.iterate(0, i -> i + 1)
                .map(i -> works.get(i % works.size()))
                .limit(LARGE - animals.size()).toList();
        assertMarkedAlike(many, animals);
    }

    /** All that is known of these exercises; of all, if none are named. */
    private static List<Work> works(List<String> names) throws IOException {
        List<Work> works = new ArrayList<>();
        for (Exercise e : Course.find(Path.of("")).exercises()) {
            if (!names.isEmpty() && !names.contains(e.name())) continue;
            for (Path place : List.of(e.solutions(), e.solutions().resolve("attempts"))) {
                try (Stream<Path> all = Files.list(place)) {
                    all.filter(f -> Language.of(f).isPresent() && isOf(e, f))
                            .sorted().forEach(f -> works.add(new Work(e.name(), f)));
                }
            }
        }
        return works;
    }

    private static boolean isOf(Exercise e, Path file) {
        return e.owns(file) && !file.equals(e.hiddenCheck());
    }

    private void assertMarkedAlike(List<Work> works, List<Animal> animals) throws Exception {
        try (Zoo zoo = new Zoo(folder.toRealPath())) {
            zoo.letLoose(animals);
            for (int i = 0; i < works.size(); i++) handIn(zoo.in(), i, works.get(i));
            long begun = System.nanoTime();
            Path one = zoo.out("one");
            zoo.grade(one, 1);
            long between = System.nanoTime();
            Path four = zoo.out("four");
            zoo.grade(four, 4);
            long end = System.nanoTime();
            SortedMap<String, String> marks = marks(one);
            assertEquals(works.size() + animals.size(), marks.size());
            assertEquals(marks, marks(four));
            Path killed = zoo.out("killed");
            for (int kill = 1; kill <= KILLS; kill++) endHalfway(zoo, killed, marks.size());
            zoo.grade(killed, 4);
            assertEquals(marks, marks(killed));
            zoo.assertUntouched();
            System.out.printf("%d programs: %d s by one worker, %d s by four%n", marks.size(),
                    (between - begun) / 1_000_000_000, (end - between) / 1_000_000_000);
        }
    }

    /** In a folder, beside the others with the name in the file's, or in a zip. */
    private static void handIn(Path in, int number, Work work) throws IOException {
        String student = "s" + (1000 + number);
        String extension = Language.of(work.file()).orElseThrow().extension();
        String name = work.exercise() + extension;
        // no two are the same program
        String comment = (extension.equals(".py") ? "# " : "// ") + student + "\n";
        String text = Files.readString(work.file()) + comment;
        switch (number % 3) {
            case 0 -> Files.writeString(
                    Files.createDirectories(in.resolve(student)).resolve(name), text);
            case 1 -> Files.writeString(in.resolve(student + "_" + name), text);
            default -> {
                try (var zip = new ZipOutputStream(
                        Files.newOutputStream(in.resolve(student + ".zip")))) {
                    zip.putNextEntry(new ZipEntry(student + "/" + name));
                    zip.write(text.getBytes());
                }
            }
        }
    }

    private static SortedMap<String, String> marks(Path out) {
        SortedMap<String, String> marks = new TreeMap<>();
        Zoo.graded(out).forEach((who, g) -> {
            StringBuilder all = new StringBuilder(
                    g.outcome().score() + " of " + g.outcome().max() + ":");
            for (Outcome.Test test : g.outcome().tests()) {
                all.append(" ").append(test.name()).append(" ").append(test.status());
            }
            marks.put(who, all.toString());
        });
        return marks;
    }

    /** Ends a grading as soon as it has graded some more. */
    private static void endHalfway(Zoo zoo, Path out, int programs) throws Exception {
        Path journal = out.resolve("journal.jsonl");
        long wanted = lines(journal) + new Random().nextInt(1, Math.max(2, programs / KILLS));
        Process grader = zoo.start(out, 4);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (grader.isAlive() && lines(journal) < wanted) {
            assertTrue(System.nanoTime() < deadline, "nothing is graded");
            Thread.sleep(5);
        }
        grader.destroyForcibly().waitFor();
    }

    /** Of bytes: the last line may be half written, and end within a letter. */
    private static long lines(Path journal) throws IOException {
        if (!Files.exists(journal)) return 0;
        long lines = 0;
        for (byte b : Files.readAllBytes(journal)) if (b == '\n') lines++;
        return lines;
    }
}
