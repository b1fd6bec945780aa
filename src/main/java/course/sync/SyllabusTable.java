package course.sync;

import course.script.Course;
import course.script.Exercise;
import course.script.Lecture;
import course.script.Syllabus;
import course.script.Unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The lectures at a glance, two columns wide, so that a telephone can show it. */
final class SyllabusTable {
    private final Syllabus syllabus;
    private final List<Exercise> exercises;

    SyllabusTable(Course course, Syllabus syllabus) {
        this.syllabus = syllabus;
        this.exercises = course.exercises();
    }

    List<String> lines() {
        StringBuilder table =
                new StringBuilder(
                        """
                        [.syllabus%header,cols="1,1"]
                        |===
                        |Lecture, and its slides |Run first, then write
                        """);
        for (Syllabus.Place place : syllabus.places()) {
            table.append("\n|%s +\n_%s_\n".formatted(lecture(place), slides(place)));
            table.append("|%s%s\n".formatted(command(place), exercises(place)));
        }
        return table.append("|===\n").toString().lines().toList();
    }

    private static String lecture(Syllabus.Place place) {
        String words = place.number() + " " + Prose.inCell(place.title());
        return place.written().isPresent()
                ? "link:lectures/%s/README.adoc[%s]".formatted(place.name(), words)
                : words + " (planned)";
    }

    /** How many of each deck. */
    private String slides(Syllabus.Place place) {
        Map<String, Long> decks =
                syllabus.units(place).stream()
                        .map(Unit::slideId)
                        .distinct()
                        .collect(
                                Collectors.groupingBy(
                                        slide -> slide.substring(0, 1),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        return decks.entrySet().stream()
                .map(deck -> deck.getKey() + " " + deck.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String command(Syllabus.Place place) {
        return place.written()
                .flatMap(Lecture::firstCommand)
                .map(command -> "`+" + command + "+` +\n")
                .orElse("");
    }

    private String exercises(Syllabus.Place place) {
        return exercises.stream()
                .filter(exercise -> exercise.lecture().equals(place.name()))
                .map(SyllabusTable::way)
                .collect(Collectors.joining(", "));
    }

    private static String way(Exercise exercise) {
        return "link:exercises/%s/README.adoc#_%s[%s]"
                .formatted(
                        exercise.lecture(),
                        exercise.name().toLowerCase(Locale.ROOT),
                        exercise.name());
    }
}
