package course.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Course;
import course.script.Lecture;
import course.script.Program;
import course.script.Source;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts beside the lectures say of the lectures. */
class BesideTest {
    private static final Course COURSE = Course.find(Path.of(""));
    private static final Path LECTURES = COURSE.root().resolve("lectures");

    private static final Pattern TERM = Pattern.compile("\\[\\[[a-z0-9-]+]](.+?):: .*");
    private static final Pattern PLACE = Pattern.compile("link:([\\w/-]*README\\.adoc)\\[");
    private static final Pattern ASKS_FOR_LINUX =
            Pattern.compile("\"Linux\"|__linux__|sys\\.platform|/proc/");

    @Test
    void theGlossaryIsInOrder() {
        List<String> terms = new ArrayList<>();
        for (String line : glossary()) {
            Matcher term = TERM.matcher(line);
            if (term.matches()) terms.add(term.group(1));
        }
        List<String> ordered =
                terms.stream().sorted(Comparator.comparing(BesideTest::letters)).toList();
        assertTrue(terms.size() > 100, terms::toString);
        assertEquals(ordered, terms);
    }

    /** By what one looks it up: neither case nor signs count. */
    private static String letters(String term) {
        return term.toLowerCase(Locale.ROOT).replaceAll("[_-]", " ").replaceAll("[^a-z0-9 ]", "");
    }

    /** A term is not invented here: it occurs in one of the texts to which it sends the reader. */
    @Test
    void eachTermOccursWhereTheGlossarySays() {
        List<String> strangers = new ArrayList<>();
        List<String> lines = glossary();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Matcher term = TERM.matcher(lines.get(i));
            if (!term.matches()) continue;
            String word = term.group(1).split("[,(]")[0].strip().toLowerCase(Locale.ROOT);
            boolean occurs =
                    PLACE.matcher(lines.get(i + 1))
                            .results()
                            .map(place -> Source.of(LECTURES.resolve(place.group(1))))
                            .anyMatch(text -> occurs(word, text));
            if (!occurs) strangers.add(term.group(1));
        }
        assertEquals(List.of(), strangers);
    }

    private static boolean occurs(String word, Source text) {
        return text.lines().stream().anyMatch(l -> l.toLowerCase(Locale.ROOT).contains(word));
    }

    /** Whoever has another system reads beforehand what will not work there. */
    @Test
    void eachProgramThatAsksForLinuxIsNamedOnThePageOfTheSystems() {
        String page = String.join("\n", Source.of(LECTURES.resolve("systems.adoc")).lines());
        List<String> unnamed = new ArrayList<>();
        for (Lecture lecture : COURSE.lectures()) {
            for (Program program : lecture.programs()) {
                boolean asks =
                        Source.of(program.file()).lines().stream()
                                .anyMatch(l -> ASKS_FOR_LINUX.matcher(l).find());
                if (asks && !page.contains("`" + program.name() + "`"))
                    unnamed.add(lecture.number() + " " + program.name());
            }
        }
        assertEquals(List.of(), unnamed);
    }

    private static List<String> glossary() {
        return Source.of(LECTURES.resolve("glossary.adoc")).lines();
    }
}
