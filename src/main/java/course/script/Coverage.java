package course.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether all is covered: each unit of the slides at home once, each claim settled, each erratum
 * told and each question answered in the lecture where it belongs, and nothing that no table knows.
 */
public final class Coverage {
    private static final Pattern CLAIM =
            Pattern.compile("\\[\\.claim,id=claim-(\\d+),verdict=([a-z]+),by=\"?([\\w ]+)\"?]");

    private final List<Fault> faults = new ArrayList<>();
    private final Syllabus syllabus;

    private Coverage(Syllabus syllabus) {
        this.syllabus = syllabus;
    }

    /** What is not as the tables want it, as {@code file:line: message}; empty is good. */
    public static List<String> faults(Course course) {
        Coverage coverage = new Coverage(Syllabus.of(course));
        coverage.look();
        return coverage.faults.stream().map(fault -> fault.in(course)).toList();
    }

    private void look() {
        faults.addAll(syllabus.faults());
        for (Remark.Kind kind : Remark.Kind.values()) {
            syllabus.remarks(kind).forEach(this::aboutSlides);
        }
        for (Remark claim : syllabus.remarks(Remark.Kind.CLAIM)) {
            String verdict = claim.get("verdict");
            if (Verdict.of(verdict).isEmpty()) inTable(claim, "no verdict: \"" + verdict + "\"");
        }
        for (Lecture lecture : syllabus.lectures()) {
            marks(lecture);
            verdicts(lecture);
            for (Remark.Kind kind : Remark.Kind.values()) told(kind, lecture);
        }
    }

    private void aboutSlides(Remark remark) {
        for (String id : remark.slides()) {
            for (String unit : syllabus.expanded(id)) {
                if (!syllabus.knows(unit)) {
                    inTable(remark, "there is no unit " + unit + " in slides.tsv");
                }
            }
        }
    }

    /** What the scripts say they mirror and test must exist. */
    private void marks(Lecture lecture) {
        for (Program program : lecture.programs()) {
            for (String unit : program.slides()) {
                if (syllabus.knows(unit)) continue;
                String unknown = "there is no unit " + unit + " in slides.tsv";
                faults.add(new Fault(program.file(), 1, unknown));
            }
            for (int claim : program.claims()) {
                if (syllabus.remark(Remark.Kind.CLAIM, String.valueOf(claim)).isPresent()) continue;
                faults.add(new Fault(program.file(), 1, "there is no claim " + claim));
            }
        }
    }

    /** A text tells what is at home there, once, and nothing else. */
    private void told(Remark.Kind kind, Lecture lecture) {
        Map<String, Integer> told = new HashMap<>();
        List<String> lines = Source.of(lecture.text()).lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher anchor = kind.anchor().matcher(lines.get(i));
            while (anchor.find()) {
                String id = anchor.group(1);
                if (syllabus.remark(kind, id).isEmpty()) {
                    inText(lecture, i + 1, "there is no " + called(kind, id));
                }
                if (told.putIfAbsent(id, i + 1) != null) {
                    inText(lecture, i + 1, kind.called(id) + " is " + kind.told() + " twice");
                }
            }
        }
        for (Remark remark : syllabus.remarks(kind)) {
            boolean here =
                    syllabus.home(remark).filter(p -> p.name().equals(lecture.name())).isPresent();
            Integer line = told.get(remark.id());
            if (here && line == null) {
                inText(lecture, 1, remark.name() + " is not " + kind.told());
            } else if (!here && line != null) {
                inText(lecture, line, remark.name() + " is at home elsewhere");
            }
        }
    }

    private static String called(Remark.Kind kind, String id) {
        return switch (kind) {
            case CLAIM -> "claim " + id;
            case ERRATUM -> "erratum " + id;
            case QUESTION -> "question " + id;
        };
    }

    private void verdicts(Lecture lecture) {
        List<String> lines = Source.of(lecture.text()).lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("[.claim")) continue;
            Matcher claim = CLAIM.matcher(lines.get(i));
            if (claim.matches()) verdict(lecture, i + 1, claim);
            else inText(lecture, i + 1, "not a claim: " + lines.get(i));
        }
    }

    /** The text and the table agree, and a script that settles a claim says so itself. */
    private void verdict(Lecture lecture, int line, Matcher claim) {
        String id = claim.group(1);
        syllabus.remark(Remark.Kind.CLAIM, id)
                .map(c -> c.get("verdict"))
                .filter(verdict -> !verdict.equals(claim.group(2)))
                .ifPresent(verdict -> {
                    String other = " in claims.tsv, " + claim.group(2) + " here";
                    inText(lecture, line, "claim " + id + " is " + verdict + other);
                });
        for (String name : claim.group(3).split(" ")) {
            if (lecture.programs().stream().anyMatch(p -> tries(p, name, id))) continue;
            inText(lecture, line, "no program " + name + " here says \"Claims: " + id + "\"");
        }
    }

    private static boolean tries(Program program, String name, String claim) {
        return program.file().getFileName().toString().startsWith(name + ".")
                && program.claims().contains(Integer.valueOf(claim));
    }

    private void inText(Lecture lecture, int line, String message) {
        faults.add(new Fault(lecture.text(), line, message));
    }

    private void inTable(Remark remark, String message) {
        faults.add(
                new Fault(
                        remark.kind().table(syllabus.course()),
                        remark.row().line(),
                        remark.name() + ": " + message));
    }
}
