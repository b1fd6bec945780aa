package course.submit;

import course.script.Complaint;
import course.script.Exercise;
import course.script.Language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is taken of a folder that holds a folder for each student. */
public final class Intake implements AutoCloseable {
    private final List<Submission> taken = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    private Intake() {}

    /** How to take in; {@code due} is after which a submission is late. */
    public record Options(
            List<Exercise> exercises, Optional<Roster> roster, Optional<Instant> due) {
        public static Options of(List<Exercise> exercises) {
            return new Options(exercises, Optional.empty(), Optional.empty());
        }

        public Options roster(Roster roster) {
            return new Options(exercises, Optional.of(roster), due);
        }

        public Options due(Instant due) {
            return new Options(exercises, roster, Optional.of(due));
        }
    }

    public static Intake of(Path submissions, Options options) {
        Intake intake = new Intake();
        try (Stream<Path> students = Files.list(submissions)) {
            for (Path student : students.sorted().toList()) intake.take(student, options);
        } catch (IOException e) {
            throw Complaint.usage("cannot read " + submissions + ": " + e.getMessage());
        }
        return intake;
    }

    private void take(Path student, Options options) throws IOException {
        if (!Files.isDirectory(student)) {
            refused.add(new Refusal(student.getFileName().toString(), "not a student's folder"));
            return;
        }
        try (Stream<Path> files = Files.list(student)) {
            for (Path file : files.sorted().toList()) {
                String origin = student.getFileName() + "/" + file.getFileName();
                Optional<Exercise> exercise =
                        options.exercises().stream().filter(e -> e.owns(file)).findFirst();
                if (exercise.isEmpty() || Language.of(file).isEmpty()) {
                    refused.add(new Refusal(origin, "no program for an exercise"));
                    continue;
                }
                Instant at = Files.getLastModifiedTime(file).toInstant();
                taken.add(
                        new Submission(
                                student.getFileName().toString(),
                                exercise.get().name(),
                                file,
                                sha256(file),
                                Optional.of(at),
                                options.due().filter(at::isAfter).isPresent(),
                                List.of(),
                                origin));
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public List<Submission> taken() {
        return List.copyOf(taken);
    }

    public List<Submission> superseded() {
        return List.of();
    }

    public List<Refusal> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() {}
}
