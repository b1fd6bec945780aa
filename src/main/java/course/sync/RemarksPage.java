package course.sync;

import course.script.Remark;
import course.script.Syllabus;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All claims, all errata or all questions, lecture by lecture. */
final class RemarksPage {
    private static final Map<String, String> KINDS_OF_ERRATA =
            Map.of(
                    "W", "wrong",
                    "I", "imprecise",
                    "B", "broken code",
                    "C", "contradictory",
                    "O", "outdated",
                    "X", "damaged");

    private final Syllabus syllabus;
    private final Ways ways;

    RemarksPage(Syllabus syllabus, Ways ways) {
        this.syllabus = syllabus;
        this.ways = ways;
    }

    String claims() {
        String intro =
                """
                = The claims, and what became of them

                What the slides say and a program can try: the sentence in our words, what putting \
                it to the test showed, and the programs that do so.
                A verdict is _true_, _false_, _partly true_, _depends on the system_ or _not \
                testable_. `[ran]` was measured on Linux, `(doc)` only read.
                A claim's number leads to its place in the lecture.
                """;
        String table =
                "cols=\"1,5,6,4\"]\n|===\n|No. |What the slides say |Verdict, and why |Tried by";
        return page(Remark.Kind.CLAIM, intro, table, this::claim);
    }

    private String claim(Remark claim, Syllabus.Place place) {
        return """
                |[[%s]]%s
                |%s (%s)
                |%s: %s
                |%s
                """
                .formatted(
                        claim.anchor(),
                        ways.told(claim, place, claim.id()),
                        Prose.inCell(claim.get("claim")),
                        ways.slides(claim.slides()),
                        SlidesPage.verdict(claim),
                        Prose.inCell(why(claim)),
                        ways.programs(syllabus.programs(claim)));
    }

    /** What was found; where the table says no more than the verdict, how one may look. */
    private static String why(Remark claim) {
        String found =
                Stream.of(claim.get("truth"), claim.get("expected"))
                        .filter(Predicate.not(String::isBlank))
                        .collect(Collectors.joining(" "));
        return found.isEmpty() ? claim.get("experiment") : found;
    }

    String errata() {
        String intro =
                """
                = The errata of the slides

                Where the slides are wrong, imprecise, contradictory, outdated or damaged, what is \
                right instead, and where that stands written or what showed it: `[ran]` was \
                measured on Linux, `(doc)` only read.
                An erratum's number leads to the place in the lecture where it matters.
                """;
        String table = "cols=\"2,2,9\"]\n|===\n|No. |Slides |What to correct";
        return page(Remark.Kind.ERRATUM, intro, table, this::erratum);
    }

    private String erratum(Remark erratum, Syllabus.Place place) {
        String kinds =
                Stream.of(erratum.get("kind").split("/"))
                        .map(kind -> KINDS_OF_ERRATA.getOrDefault(kind, kind))
                        .collect(Collectors.joining(", "));
        return """
                |[[%s]]%s
                |%s
                |_%s:_ %s
                """
                .formatted(
                        erratum.anchor(),
                        ways.told(erratum, place, erratum.id()),
                        ways.slides(erratum.slides()),
                        kinds,
                        Prose.inCell(erratum.get("text")));
    }

    String questions() {
        String intro =
                """
                = The questions of the slides

                What the slides ask, or should have asked, and the answers.
                A question's number leads to its place in the lecture.
                """;
        String table = "cols=\"1,4,8\"]\n|===\n|No. |Question |Answer";
        return page(Remark.Kind.QUESTION, intro, table, this::question);
    }

    private String question(Remark question, Syllabus.Place place) {
        return """
                |[[%s]]%s
                |%s (%s)
                |%s
                """
                .formatted(
                        question.anchor(),
                        ways.told(question, place, question.id()),
                        Prose.inCell(question.get("question")),
                        ways.slides(question.slides()),
                        Prose.inCell(question.get("answer")));
    }

    private String page(
            Remark.Kind kind,
            String intro,
            String table,
            BiFunction<Remark, Syllabus.Place, String> row) {
        StringBuilder text = new StringBuilder(intro);
        for (Syllabus.Place place : syllabus.places()) {
            List<Remark> here = syllabus.remarks(kind, place);
            if (here.isEmpty()) continue;
            text.append("\n[#lecture-%s]\n== %1$s %s\n\n".formatted(place.number(), place.title()));
            if (place.written().isEmpty()) text.append("This lecture is planned.\n\n");
            text.append("[.ledger.%s%%header,%s\n".formatted(Ways.page(kind), table));
            for (Remark remark : here) text.append('\n').append(row.apply(remark, place));
            text.append("|===\n");
        }
        return text.toString();
    }
}
