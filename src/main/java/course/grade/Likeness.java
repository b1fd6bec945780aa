package course.grade;

import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.script.Language;
import course.script.Lecture;
import course.script.Program;
import course.similarity.Comparison;
import course.similarity.Ground;
import course.similarity.Work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which programs for one exercise, in one language, resemble each other. */
public record Likeness(Exercise exercise, Language language, Comparison.Found found) {
    private record Kind(String exercise, Language language) {}

    /** What one team handed in together is one program. */
    private record Same(String origin, String sha256) {}

    /**
     * Compares all programs that were graded into this folder. None is compiled or run, and one
     * that cannot be compiled is compared, too.
     */
    public static List<Likeness> of(Course course, Path out, List<Graded> graded) {
        Map<Kind, Map<Same, List<Handed>>> kinds = new TreeMap<>(
                Comparator.comparing(Kind::exercise).thenComparing(Kind::language));
        for (Graded g : graded) {
            Handed handed = g.handed();
            Language.of(Path.of(handed.file())).ifPresent(language ->
                    kinds.computeIfAbsent(new Kind(handed.exercise(), language),
                                    k -> new TreeMap<>(Comparator.comparing(Same::origin)
                                            .thenComparing(Same::sha256)))
                            .computeIfAbsent(new Same(handed.origin(), handed.sha256()),
                                    s -> new ArrayList<>())
                            .add(handed));
        }
        List<Likeness> all = new ArrayList<>();
        kinds.forEach((kind, works) -> {
            Optional<Exercise> exercise = course.exercise(kind.exercise);
            if (exercise.isEmpty()) return;
            Ground ground = new Ground(kind.language);
            ground(course, exercise.get(), kind.language).values().forEach(ground::with);
            List<Work> texts = works.values().stream()
                    .map(by -> work(by, Grading.files(out.toAbsolutePath()))).toList();
            all.add(new Likeness(exercise.get(), kind.language, Comparison.of(ground, texts)));
        });
        return all;
    }

    /**
     * What everybody may have begun with, by its place: the skeleton, and the scripts and twins of
     * this lecture and of those before.
     */
    static Map<String, String> ground(Course course, Exercise exercise, Language language) {
        Map<String, String> ground = new TreeMap<>();
        if (language == Language.JAVA && Files.exists(exercise.brief())) {
            ground.put(exercise.file().getFileName().toString(),
                    String.join("\n", exercise.skeleton()) + "\n");
        }
        for (Lecture lecture : course.lectures()) {
            if (lecture.name().compareTo(exercise.lecture()) > 0) break;
            for (Program program : lecture.programs()) {
                if (program.language() != language) continue;
                ground.put(lecture.name() + "/" + program.file().getFileName(),
                        text(program.file()));
            }
        }
        return ground;
    }

    private static Work work(List<Handed> by, Path files) {
        Handed first = by.getFirst();
        List<String> students = by.stream().map(Handed::student).sorted().toList();
        return new Work(students, first.file(), text(first.in(files)));
    }

    /** Whatever the bytes are; a text with the line ends and tabs of another system is the same. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .replace("\t", "    ");
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + Course.shown(file) + ": " + e.getMessage());
        }
    }

    /** {@code GreetingServer-java}, as its page is called. */
    String name() {
        return exercise.name() + "-" + language.option();
    }

    String title() {
        return exercise.name() + " in " + language.label();
    }
}
