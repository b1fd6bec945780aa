package course.sync;

import course.script.Course;
import course.script.Remark;
import course.script.Source;
import course.script.Syllabus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written from the tables, texts and scripts alone: the pages that find a slide, a claim,
 * an erratum or a question again, and the syllabus in the first text of all.
 */
final class Overviews {
    private static final String BY_SYNC =
            "// Written by `course sync` from the tables beside it, the lectures and the scripts:"
                    + " change those.\n";
    private static final String SOURCE = "what it is written from";
    private static final String BEGINS = "// tag::syllabus[]";
    private static final String ENDS = "// end::syllabus[]";

    private Overviews() {}

    /** Looks, and changes nothing. */
    static List<Drift> check(Course course) {
        return pass(course, false);
    }

    static List<Drift> mend(Course course) {
        return pass(course, true);
    }

    private static List<Drift> pass(Course course, boolean mending) {
        List<Drift> drifts = new ArrayList<>();
        if (!Syllabus.has(course)) return drifts;
        Syllabus syllabus = Syllabus.of(course);
        pages(course, syllabus).forEach((text, truth) -> {
            List<String> told = Files.exists(text) ? Source.of(text).lines() : List.of();
            Drift.between(told, truth, text, 1, SOURCE).ifPresent(drifts::add);
            if (mending) Rewritten.to(text, told, truth);
        });
        home(course, syllabus, mending).ifPresent(drifts::add);
        return drifts;
    }

    private static Map<Path, List<String>> pages(Course course, Syllabus syllabus) {
        Ways ways = new Ways(course);
        RemarksPage remarks = new RemarksPage(syllabus, ways);
        Map<Path, List<String>> pages = new LinkedHashMap<>();
        put(course, "slides", new SlidesPage(syllabus, ways).text(), pages);
        put(course, Ways.page(Remark.Kind.CLAIM), remarks.claims(), pages);
        put(course, Ways.page(Remark.Kind.ERRATUM), remarks.errata(), pages);
        put(course, Ways.page(Remark.Kind.QUESTION), remarks.questions(), pages);
        return pages;
    }

    private static void put(
            Course course, String name, String text, Map<Path, List<String>> pages) {
        Path file = course.root().resolve("lectures").resolve(name + ".adoc");
        pages.put(file, (BY_SYNC + text).lines().toList());
    }

    /** The first text of all keeps everything but what stands between its marks. */
    private static Optional<Drift> home(Course course, Syllabus syllabus, boolean mending) {
        Path text = course.root().resolve("README.adoc");
        List<String> told = Source.of(text).lines();
        int begin = told.indexOf(BEGINS);
        int end = told.indexOf(ENDS);
        if (begin < 0 || end < begin) {
            String placeless = "the syllabus has no place: " + BEGINS + " and " + ENDS;
            return Optional.of(new Drift(text, 1, placeless, false));
        }
        List<String> truth = new ArrayList<>(told.subList(0, begin + 1));
        truth.addAll(new SyllabusTable(course, syllabus).lines());
        truth.addAll(told.subList(end, told.size()));
        if (mending) Rewritten.to(text, told, truth);
        return Drift.between(told, truth, text, 1, SOURCE);
    }
}
