package course.sync;

import course.script.Remark;
import course.script.Syllabus;
import course.script.Unit;
import course.script.Verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Deck by deck, slide by slide: which lecture has it, what runs it, and what came of it. */
final class SlidesPage {
    private static final String TABLE =
            """

            [.ledger.slides%header,cols="2,8,2,6"]
            |===
            |Unit |What it says |Lecture |Try it, and what came of it
            """;

    private final Syllabus syllabus;
    private final Ways ways;
    private final Set<String> anchors = new HashSet<>();

    SlidesPage(Syllabus syllabus, Ways ways) {
        this.syllabus = syllabus;
        this.ways = ways;
    }

    String text() {
        Map<String, List<Unit>> decks = new LinkedHashMap<>();
        syllabus.decks().forEach((deck, name) -> decks.put(deck, new ArrayList<>()));
        for (Unit unit : syllabus.units()) {
            anchors.add(unit.id());
            decks.computeIfAbsent(unit.deck(), deck -> new ArrayList<>()).add(unit);
        }
        StringBuilder text =
                new StringBuilder(
                        """
                        = The slides, one by one

                        Here is every slide of the five decks: what it says, in our words and one \
                        thing a row, which lecture has it, which programs run it, and what came \
                        of its claims.
                        A row is known by the deck's letter, the slide's number and a letter of \
                        its own; `slides.adoc#E-37a` leads to it from everywhere.

                        """);
        decks.forEach((deck, units) ->
                text.append("* <<deck-%s,%s: %s>>, %s\n"
                        .formatted(deck, deck, name(deck), slides(units))));
        decks.forEach((deck, units) -> deck(deck, units, text));
        return text.toString();
    }

    private String name(String deck) {
        return syllabus.decks().getOrDefault(deck, "a deck");
    }

    private static String slides(List<Unit> units) {
        long slides = units.stream().map(Unit::slideId).distinct().count();
        return slides + " slides in " + units.size() + " rows";
    }

    private void deck(String deck, List<Unit> units, StringBuilder text) {
        text.append("\n[#deck-%s]\n== %s: %s\n".formatted(deck, deck, name(deck))).append(TABLE);
        String slide = "";
        for (Unit unit : units) {
            if (!unit.slideId().equals(slide)) slide(unit, text);
            slide = unit.slideId();
            unit(unit, text);
        }
        text.append("|===\n");
    }

    /** Where a slide says one thing only, the row below has the slide's own id. */
    private void slide(Unit first, StringBuilder text) {
        boolean free = anchors.add(first.slideId());
        String anchor = free ? "[[" + first.slideId() + "]]" : "";
        String printed = first.number().contains("-") ? ", printed " + first.number() : "";
        String words = first.slideId() + printed + ": " + Prose.inCell(first.title());
        text.append("\n4+h|").append(anchor).append(words).append('\n');
    }

    private void unit(Unit unit, StringBuilder text) {
        String lecture = syllabus.home(unit).map(ways::to).orElse("none");
        text.append("\n|[[%1$s]]<<%1$s,%1$s>>\n|%2$s\n|%3$s\n|%4$s\n"
                .formatted(unit.id(), Prose.inCell(unit.content()), lecture, results(unit)));
    }

    private String results(Unit unit) {
        List<String> results = new ArrayList<>();
        String programs = ways.programs(syllabus.programs(unit));
        if (!programs.isEmpty()) results.add(programs);
        for (Remark claim : syllabus.remarks(Remark.Kind.CLAIM, unit)) {
            results.add(ways.listed(claim, claim.name()) + ": " + verdict(claim));
        }
        String errata = links(Remark.Kind.ERRATUM, unit);
        if (!errata.isEmpty()) results.add("corrected in " + errata);
        String questions = links(Remark.Kind.QUESTION, unit);
        if (!questions.isEmpty()) results.add("answered in " + questions);
        return String.join(" +\n", results);
    }

    private String links(Remark.Kind kind, Unit unit) {
        return syllabus.remarks(kind, unit).stream()
                .map(remark -> ways.listed(remark, remark.id()))
                .collect(Collectors.joining(", "));
    }

    static String verdict(Remark claim) {
        String id = claim.get("verdict");
        String words = Verdict.of(id).map(Verdict::words).orElse("no verdict");
        return "[.verdict.%s]#%s#".formatted(id, words);
    }
}
