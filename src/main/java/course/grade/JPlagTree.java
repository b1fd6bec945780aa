package course.grade;

import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.script.FolderDraft;
import course.script.Language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The programs as JPlag wants to find them, for those who have it: {@code
 * GreetingServer-java/submissions/ada/GreetingServer.java}, and what everybody had before in {@code
 * GreetingServer-java/base}. JPlag itself is a program of its own, and none of ours.
 */
public final class JPlagTree {
    private static final String MARK = "how-to-run.txt";
    private static final Map<Language, String> NAMES =
            Map.of(Language.JAVA, "java", Language.C, "c", Language.PYTHON, "python3");

    private final Course course;
    private final Path files;

    /** @param out what was graded into */
    public JPlagTree(Course course, Path out) {
        this.course = course;
        files = Grading.files(out.toAbsolutePath());
    }

    /** Whoever looks meanwhile sees the tree that was there, or this one. */
    public void write(List<Graded> graded, Path place) {
        try (FolderDraft draft = FolderDraft.at(place, MARK)) {
            StringBuilder how = new StringBuilder("One command for each exercise and language:\n");
            for (Graded g : graded) {
                Handed handed = g.handed();
                Optional<Exercise> exercise = course.exercise(handed.exercise());
                Optional<Language> language = Language.of(Path.of(handed.file()));
                if (exercise.isEmpty() || language.isEmpty()) continue;
                String name = exercise.get().name() + "-" + language.get().option();
                Path root = draft.folder().resolve(name);
                if (!Files.exists(root)) {
                    base(exercise.get(), language.get(), root.resolve("base"));
                    how.append("\njava -jar jplag.jar -l %s -bc %s/base %2$s/submissions"
                            .formatted(NAMES.get(language.get()), name));
                }
                Path student = root.resolve("submissions").resolve(
                        Reports.fileName(handed.student()));
                Files.createDirectories(student);
                Files.copy(handed.in(files), student.resolve(handed.file()));
            }
            draft.settle(how.append('\n').toString());
        } catch (IOException e) {
            throw Complaint.machine(
                    "cannot write " + Course.shown(place) + ": " + e.getMessage());
        }
    }

    private void base(Exercise exercise, Language language, Path base) throws IOException {
        Files.createDirectories(base);
        for (Map.Entry<String, String> program :
                Likeness.ground(course, exercise, language).entrySet()) {
            Path file = base.resolve(program.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, program.getValue());
        }
    }
}
