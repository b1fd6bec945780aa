package course.cli;

import course.check.Standing;
import course.script.Course;
import course.script.Exercise;
import course.script.Language;
import course.script.Lecture;
import course.script.Program;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

@Command(name = "list", description = "Shows the lectures, their programs and their exercises.")
final class ListCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Standing> standings = Main.standings(course, spec.commandLine()).all();
        for (Lecture lecture : course.lectures()) {
            out.println(headline(lecture));
            Map<String, List<Program>> byName =
                    lecture.programs().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Program::name,
                                            LinkedHashMap::new,
                                            Collectors.toList()));
            byName.forEach((name, programs) ->
                    out.printf(
                            "    %-22s %-13s %s%n",
                            name, languages(programs), description(programs)));
            course.exercises().stream()
                    .filter(e -> e.lecture().equals(lecture.name()))
                    .forEach(e -> tell(e, standings, out));
        }
        Set<String> written =
                course.lectures().stream().map(Lecture::name).collect(Collectors.toSet());
        course.exercises().stream()
                .filter(e -> !written.contains(e.lecture()))
                .collect(
                        Collectors.groupingBy(
                                Exercise::lecture, TreeMap::new, Collectors.toList()))
                .forEach((lecture, exercises) -> {
                    out.println(lecture.replaceFirst("-", "  ") + " (not written yet)");
                    exercises.forEach(e -> tell(e, standings, out));
                });
        out.flush();
        return 0;
    }

    /** A lecture's title, and beside it what one may type first. */
    private static String headline(Lecture lecture) {
        String title = lecture.number() + "  " + lecture.title();
        return lecture.firstCommand().map(c -> "%-56s %s".formatted(title, c)).orElse(title);
    }

    /** A column, unless nothing stands in it anywhere. */
    private static String padded(String marks, int width) {
        return width == 0 ? "" : marks + " ".repeat(width - marks.length() + 2);
    }

    private static void tell(
            Exercise exercise, Map<String, Standing> standings, PrintWriter out) {
        int width = standings.values().stream().mapToInt(s -> s.marks().length()).max().orElse(0);
        String marks = standings.getOrDefault(exercise.name(), Standing.NONE).marks();
        out.printf(
                "    %-22s %-13s %s./jbang course check %s%n",
                exercise.name(), "exercise", padded(marks, width), exercise.name());
    }

    private static String languages(List<Program> programs) {
        return programs.stream()
                .map(Program::language)
                .map(Language::label)
                .collect(Collectors.joining(" "));
    }

    /** The script's own; a twin only repeats it. */
    private static String description(List<Program> programs) {
        return programs.stream()
                .max(Comparator.comparing(Program::language))
                .orElseThrow()
                .description();
    }
}
