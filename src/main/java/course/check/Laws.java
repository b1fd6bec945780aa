package course.check;

import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.script.Exercise;
import course.script.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The laws that every exercise keeps; the graders are graded by them. */
public final class Laws {
    /** Most of what an attempt does is to keep us waiting. */
    private static final int AT_ONCE = 5;

    private final Course course;
    private final Examiner examiner;

    public Laws(Course course, Examiner examiner) {
        this.course = course;
        this.examiner = examiner;
    }

    /** The laws that one can prove by reading. */
    public List<Law> ofTexts(Exercise exercise) {
        return new TextLaws(exercise, Sheet.of(exercise, course, examiner), knownLectures(course))
                .all();
    }

    /** The laws that one proves by running programs. */
    public List<Law> ofPrograms(Exercise exercise) {
        return new ProgramLaws(exercise, course, examiner).all();
    }

    /**
     * Writes the table of the attempts anew from their headers.
     *
     * @return the page, if the table was not so already
     */
    public Optional<Path> writeMarkedScript(Exercise exercise) {
        Attempt.All all = Attempt.at(exercise);
        MarkedScript script = new MarkedScript(exercise, all.attempts());
        // a header that cannot be read must not cost an attempt its row
        if (!all.unreadable().isEmpty() || !Files.exists(script.page())) return Optional.empty();
        List<String> page = Source.of(script.page()).lines();
        Optional<List<String>> anew = script.anew(page).filter(a -> !a.equals(page));
        if (anew.isEmpty()) return Optional.empty();
        try {
            Draft.replace(script.page(), String.join("\n", anew.get()) + "\n");
            return Optional.of(script.page());
        } catch (IOException e) {
            throw Complaint.machine("cannot write " + script.page() + ": " + e.getMessage());
        }
    }

    public static List<Law.Proof> prove(List<Law> laws) {
        List<Law.Proof> proofs = new ArrayList<>();
        try (ExecutorService provers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Law.Proof>> running =
                    laws.stream().map(law -> provers.submit(law::prove)).toList();
            for (Future<Law.Proof> proof : running) proofs.add(proof.get());
            return proofs;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a law that can be neither kept nor broken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.machine("interrupted while proving");
        }
    }

    /** Those that are written, and those that are planned. */
    static Set<String> knownLectures(Course course) {
        Set<String> known = new HashSet<>();
        course.lectures().forEach(l -> known.add(l.name()));
        course.planned().forEach(known::add);
        return known;
    }
}
