package course.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Course;
import course.script.Exercise;
import course.script.Language;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is found, whatever its writer did to hide it; and what is no reason to be suspected. */
class ComparisonTest {
    private static final Course COURSE = Course.find(Path.of(""));
    private static final Exercise CHAT = COURSE.exercise("ChatRoom").orElseThrow();
    private static final Set<String> MEANT = Set.of(
            "if", "else", "for", "while", "do", "switch", "case", "default", "break", "continue",
            "return", "try", "catch", "finally", "throw", "throws", "new", "class", "interface",
            "enum", "record", "import", "package", "static", "final", "private", "public", "def",
            "elif", "except", "raise", "with", "as", "in", "is", "not", "and", "or", "from",
            "struct", "sizeof", "typedef", "const", "include", "define", "goto", "union",
            "synchronized", "lambda", "yield", "None", "True", "False", "true", "false", "null",
            "NULL", "this", "super", "pass", "global", "nonlocal", "del", "instanceof", "unsigned",
            "extends", "implements", "assert");

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Work work(String who, String text) {
        return new Work(List.of(who), who, text);
    }

    /** Every name another one, wherever it stands. */
    private static String renamed(String text) {
        Map<String, String> names = new HashMap<>();
        return Pattern.compile("(?<![\\\\%\\w'\"])[A-Za-z_]\\w*(?!['\"])").matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(MEANT.contains(m.group())
                        ? m.group()
                        : names.computeIfAbsent(m.group(), n -> "zz" + names.size())));
    }

    /** No comment of the old ones, some new, and another layout. */
    private static String reformatted(String java) {
        return java.replaceAll("(?s)/\\*.*?\\*/", "").lines()
                .filter(line -> !line.strip().startsWith("//"))
                .map(line -> line.replaceFirst("\\s//\\s.*", "").strip())
                .collect(Collectors.joining(" "))
                .replaceAll("; ", ";\n\n        /* mine! */ ")
                .replaceAll("\\{ ", "\n{\n");
    }

    private static List<Work> attempts(Exercise exercise) throws IOException {
        try (Stream<Path> files = Files.list(exercise.solutions().resolve("attempts"))) {
            return files.filter(f -> f.toString().endsWith(".java") && exercise.owns(f))
                    .sorted()
                    .map(f -> work(f.getFileName().toString(), text(f)))
                    .toList();
        }
    }

    private static Ground ground(Exercise exercise) {
        return new Ground(Language.JAVA).with(String.join("\n", exercise.skeleton()));
    }

    @Test
    void identicalProgramsAreWhollyAlike() {
        String program = text(CHAT.solution());
        Comparison.Found found = Comparison.of(
                ground(CHAT), List.of(work("ada", program), work("bob", program)));
        assertEquals(2, found.compared());
        Pair pair = found.pairs().getFirst();
        assertEquals(100, pair.left().percent());
        assertEquals(100, pair.right().percent());
    }

    @Test
    void neitherNamesNorCommentsNorLayoutHideACopy() throws IOException {
        for (Exercise exercise : COURSE.exercises()) {
            String program = text(exercise.solution());
            String hidden = reformatted(renamed(program));
            // what has little of its own is told by the tokens: they are the same
            assertEquals(kinds(Language.JAVA, program), kinds(Language.JAVA, hidden),
                    exercise.name());
        }
        List<Work> works = new ArrayList<>(attempts(CHAT));
        works.add(work("zoe", reformatted(renamed(works.get(3).text()))));
        Pair pair = Comparison.of(ground(CHAT), works).pairs().stream()
                .filter(p -> p.right().work().students().contains("zoe")
                        || p.left().work().students().contains("zoe"))
                .findFirst().orElseThrow();
        assertEquals(Set.of("zoe", works.get(3).file()),
                Set.of(pair.left().work().file(), pair.right().work().file()));
        assertEquals(100, pair.left().percent());
        assertEquals(100, pair.right().percent());
    }

    private static List<Integer> kinds(Language language, String text) {
        List<Integer> kinds = new ArrayList<>();
        for (int kind : Lexer.tokens(language, text).kinds()) kinds.add(kind);
        return kinds;
    }

    @Test
    void theTwinsAreReadAsWell() {
        String c = text(CHAT.solution(Language.C));
        String loud = c.lines().filter(l -> !l.startsWith("#include"))
                .map(l -> l.replace("    ", "\t") + " /* mine */")
                .collect(Collectors.joining("\n\n"));
        assertEquals(
                kinds(Language.C, "int f(int a) { if (a) { return 1; } return \"x\" \"y\"; }"),
                kinds(Language.C,
                        "static unsigned g ( char zz )\n{ if(zz) return 22;return \"q\";}"));
        assertTrue(kinds(Language.C, c).size() > 500);
        assertEquals(kinds(Language.C, c), kinds(Language.C, loud));
        String python = text(CHAT.solution(Language.PYTHON));
        String wide = python.lines()
                .map(l -> l.isBlank() ? l : l.replaceFirst("^( *)", "$1$1") + "  # mine")
                .collect(Collectors.joining("\n\n"));
        String noText = python.replaceAll("(?s)\"\"\".*?\"\"\"", "\"\"");
        assertEquals(kinds(Language.PYTHON, noText), kinds(Language.PYTHON, renamed(noText)));
        assertEquals(kinds(Language.PYTHON, "def f(a):\n    \"\"\"x\"\"\"\n    return (a,\n  1)\n"),
                kinds(Language.PYTHON, "import x\ndef g(bb):   # hm\n\n  return (bb, 2);\n"));
        assertTrue(kinds(Language.PYTHON, python).size() > 300);
        assertEquals(kinds(Language.PYTHON, python), kinds(Language.PYTHON, wide));
    }

    @Test
    void otherOrderOfTheMethodsHidesOnlyLittle() {
        String program = text(CHAT.solution());
        String[] parts = program.split("\n(?=\\S.*\\{\n)");
        assertTrue(parts.length > 3, program);
        List<String> turned = new ArrayList<>(List.of(parts));
        Collections.reverse(turned);
        Pair pair = Comparison.of(ground(CHAT), List.of(
                work("ada", program), work("bob", String.join("\n", turned)))).pairs().getFirst();
        assertTrue(pair.left().percent() > 80, pair.toString());
        assertTrue(pair.left().passages().size() > 1);
    }

    @Test
    void theSkeletonAndTheLectureAreNobodysOwn() {
        String skeleton = String.join("\n", CHAT.skeleton());
        String lecture = text(COURSE.programs("simple-server").get(Language.JAVA).file());
        Ground ground = ground(CHAT).with(lecture);
        Comparison.Found found = Comparison.of(ground, List.of(
                work("ada", skeleton), work("bob", renamed(skeleton)),
                work("eve", lecture), work("zoe", reformatted(lecture))));
        assertEquals(new Comparison.Found(0, 4, List.of()), found);
        String program = text(CHAT.solution());
        Pair pair = Comparison.of(ground, List.of(
                work("ada", program), work("bob", lecture + "\n" + program))).pairs().getFirst();
        assertTrue(pair.right().percent() > 95, "the lecture in it is not counted");
    }

    /** Though all by one hand, which has its habits. */
    @Test
    void programsThatDoDifferentThingsAreNoPair() {
        List<Work> works = Stream.of("FileShare", "ParseEndpoint", "SockaddrIn", "HttpGet",
                        "ServicesTable", "ChatRoom", "OptionsReport", "LineReader")
                .map(name -> COURSE.exercise(name).orElseThrow())
                .map(e -> work(e.name(), text(e.solution())))
                .toList();
        Comparison.Found found = Comparison.of(new Ground(Language.JAVA), works);
        assertEquals(new Comparison.Found(works.size(), 0, List.of()), found);
    }

    @Test
    void whatDoesNotEvenCompileIsCompared() {
        String program = text(CHAT.solution()).replace(");", ";").replace("void", "viod");
        Pair pair = Comparison.of(ground(CHAT), List.of(
                work("ada", program), work("bob", renamed(program)))).pairs().getFirst();
        assertEquals(100, pair.left().percent());
    }

    @Test
    void nobodyKeepsItBusy() {
        List<Work> works = new ArrayList<>();
        for (String bad : List.of("a+", "(", "/*", "\"", "'''", "\\", "\\u", "if ", "{};", "\0")) {
            works.add(work(bad, bad.repeat(100_000 / bad.length())));
            works.add(work(bad + "x", "x" + bad.repeat(100_000 / bad.length())));
        }
        for (Language language : Language.values()) {
            long begun = System.nanoTime();
            Comparison.of(new Ground(language), works);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(took.toSeconds() < 60, language + " " + took);
        }
    }

    /** A class whose programs have some statements of others and some of their own. */
    static List<Work> variants(int count) {
        Random random = new Random(count);
        List<String> others = COURSE.exercises().stream()
                .flatMap(e -> text(e.solution()).lines()).toList();
        String[] base = text(CHAT.solution()).split("\n");
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (String line : base) {
                if (random.nextInt(5) > 0) text.append(line).append('\n');
                if (random.nextInt(3) > 0) continue;
                text.append(others.get(random.nextInt(others.size()))).append('\n');
            }
            works.add(work("student" + i, text.toString()));
        }
        works.set(count - 1, work("copy", reformatted(renamed(works.get(count / 2).text()))));
        return works;
    }

    @Test
    void aThousandAreComparedInSeconds() {
        List<Work> works = variants(1000);
        long begun = System.nanoTime();
        Comparison.Found found = Comparison.of(ground(CHAT), works);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Pair first = found.pairs().getFirst();
        assertEquals(List.of("copy"), first.right().work().students(), first.toString());
        assertTrue(first.left().percent() > 95, first.toString());
        // two or three, where nobody else works
        assertTrue(took.toSeconds() < 60, took.toString());
    }

    @Test
    void aClassThatCopiedAltogetherIsNotTooMuch() {
        String program = text(CHAT.solution());
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < 600; i++) works.add(work("student" + i, program));
        Comparison.Found found = Comparison.of(ground(CHAT), works);
        assertEquals(Comparison.MOST_PAIRS, found.pairs().size());
        assertEquals(100, found.pairs().getLast().left().percent());
    }
}
