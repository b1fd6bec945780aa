package course.grade;

import course.script.Complaint;
import course.script.Course;
import course.submit.Submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Four students, one of whom means harm with his name; and a program that grades them. */
public final class SmallClass {
    static final Instant HANDED_IN = Instant.parse("2026-11-01T10:00:00Z");

    /** It would be a folder elsewhere, markup, a terminal's command, and turned around. */
    static final String HOSTILE = "../<script>alert('x')</script>&\"\u001b[31m\u202eevil";

    static final String REMARK = "is the same as <b>another's</b>";

    private static final String GREETING = "solutions/04-first-server-and-client/";
    private static final String CHILD = "solutions/01-what-is-a-socket/";

    /** JBang would obey these; who grades does not. */
    private static final String DIRECTIVES = """
            //DEPS no.such:library:1
            //SOURCES ../../solutions/**/*.java
            //JAVA_OPTIONS -Xmx1k
            //RUNTIME_OPTIONS -Dobeyed=true
            """;

    private SmallClass() {}

    static List<Submission> in(Path folder) throws IOException {
        Path root = Course.find(Path.of("")).root();
        String good = Files.readString(root.resolve(GREETING + "GreetingServer.java"));
        String carriageReturn = Files.readString(
                root.resolve(GREETING + "attempts/GreetingServerKeepsCarriageReturn.java"));
        String trace = Files.readString(root.resolve(CHILD + "attempts/LineChildStackTrace.java"));
        List<Submission> all = new ArrayList<>();
        all.add(handedIn(folder, "dora", "GreetingServer", "void main() { int x = \"y\"; }\n"));
        all.add(handedIn(folder, "ada", "GreetingServer", DIRECTIVES + good));
        all.add(handedIn(folder, HOSTILE, "LineChild", trace));
        all.add(handedIn(folder, "bob", "GreetingServer", carriageReturn));
        return all;
    }

    static Submission handedIn(Path folder, String student, String exercise, String program)
            throws IOException {
        return handedIn(folder, student, exercise, ".java", program);
    }

    static Submission handedIn(
            Path folder, String student, String exercise, String extension, String program)
            throws IOException {
        String sha256 = HexFormat.of().formatHex(Digest.sha256().digest(program.getBytes()));
        Path file = Files.createDirectories(folder.resolve(sha256)).resolve(exercise + extension);
        Files.writeString(file, program);
        return new Submission(student, exercise, file, sha256, Optional.of(HANDED_IN), false,
                List.of(REMARK), student + "/" + exercise);
    }

    static void grade(Path folder, Path out, Grading.Manner manner, Watch watch)
            throws IOException {
        grade(Course.find(Path.of("")), in(folder), out, manner, watch);
    }

    static List<Graded> grade(Course course, List<Submission> submissions, Path out,
            Grading.Manner manner, Watch watch) throws IOException {
        Files.createDirectories(out);
        Grading grading = new Grading(course, out, manner, watch);
        List<Graded> graded = grading.grade(submissions);
        new Reports(out).write(new SchoolClass(graded, List.of(), List.of(), List.of(),
                grading.containment(), Optional.empty()), Set.of());
        return graded;
    }

    /** @param args a folder, one for the reports, and what is enough: NOTHING is for ada alone */
    public static void main(String[] args) throws IOException {
        try {
            Least least = Least.valueOf(args[2]);
            List<Submission> some = in(Path.of(args[0])).stream()
                    .filter(s -> least != Least.NOTHING || s.student().equals("ada")).toList();
            grade(Course.find(Path.of("")), some, Path.of(args[1]),
                    new Grading.Manner(1, false, least), QUIET);
        } catch (Complaint c) {
            System.err.println(c.getMessage());
            System.exit(c.status());
        }
    }

    static final Watch QUIET = new Watch() {
        @Override
        public void done(int done, int all) {}

        @Override
        public void says(String line) {}
    };
}
