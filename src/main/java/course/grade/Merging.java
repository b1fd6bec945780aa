package course.grade;

import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.submit.Refusal;
import course.submit.Roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Puts together what several machines have graded, as if it had been one. A class with a part
 * missing, or with two verdicts about the same program, is none.
 */
public final class Merging {
    private final List<Path> parts;
    private final Path out;
    private final Watch watch;
    private final List<SchoolClass> classes = new ArrayList<>();
    private final Set<Format> formats = EnumSet.noneOf(Format.class);

    /**
     * @param parts where each machine wrote its reports
     * @param out gets the journal and the programs, as if all had been graded there
     */
    public Merging(List<Path> parts, Path out, Watch watch) {
        this.parts = parts.stream().map(p -> p.toAbsolutePath().normalize()).distinct().toList();
        this.out = out.toAbsolutePath().normalize();
        this.watch = watch;
        if (this.parts.contains(this.out)) {
            throw Complaint.usage("--out: " + Course.shown(out) + " is one of the parts");
        }
    }

    /** The formats in which the parts were written. */
    public Set<Format> formats() {
        return formats;
    }

    public SchoolClass merge() {
        for (Path part : parts) {
            Reports reports = new Reports(part);
            formats.addAll(reports.formats());
            classes.add(reports.read(Grading.journal(part, watch)));
        }
        complete();
        List<Graded> graded = graded();
        keep(graded);
        Set<Refusal> refused = new TreeSet<>(
                Comparator.comparing(Refusal::origin).thenComparing(Refusal::reason));
        Set<String> containment = new TreeSet<>();
        Map<String, Roster.Student> roster = new LinkedHashMap<>();
        List<Handed> superseded = new ArrayList<>();
        for (SchoolClass c : classes) {
            refused.addAll(c.refused());
            containment.add(c.containment());
            c.roster().forEach(s -> roster.putIfAbsent(s.id(), s));
            superseded.addAll(c.superseded());
        }
        // of one student's for one exercise, all are in one part, and in order
        superseded.sort(Comparator.comparing(Handed::student).thenComparing(Handed::exercise));
        return new SchoolClass(graded, List.copyOf(refused), List.copyOf(superseded),
                List.copyOf(roster.values()), String.join("; ", containment), Optional.empty());
    }

    private void complete() {
        Set<Integer> numbers = new TreeSet<>();
        Set<Integer> sizes = new TreeSet<>();
        for (SchoolClass c : classes) {
            c.share().ifPresent(s -> {
                numbers.add(s.number());
                sizes.add(s.of());
            });
        }
        if (sizes.isEmpty()) return;
        if (sizes.size() > 1 || classes.stream().anyMatch(c -> c.share().isEmpty())) {
            throw Complaint.usage("these are not parts of one class: " + String.join(", ",
                    classes.stream().map(c -> c.share().map(Share::toString).orElse("a whole one"))
                            .toList()));
        }
        int of = sizes.iterator().next();
        List<String> lacking = IntStream.rangeClosed(1, of).filter(n -> !numbers.contains(n))
                .mapToObj(n -> n + "/" + of).toList();
        if (!lacking.isEmpty()) {
            throw Complaint.usage("of the class is missing: " + String.join(", ", lacking));
        }
    }

    /** The same program may have been graded twice, by a job that was started anew. */
    private List<Graded> graded() {
        Map<String, Graded> all = new TreeMap<>();
        for (int i = 0; i < classes.size(); i++) {
            for (Graded g : classes.get(i).graded()) {
                String place = g.handed().student() + "\0" + g.handed().exercise();
                Graded other = all.get(place);
                if (other != null && !other.key().equals(g.key())) {
                    throw Complaint.usage(g.handed().student() + " " + g.handed().exercise()
                            + " is in two parts, and not the same: " + Course.shown(parts.get(i))
                            + " is one of them");
                }
                boolean better = other == null || !other.counts()
                        || g.counts() && g.at().isAfter(other.at());
                if (better) all.put(place, g);
            }
        }
        return all.values().stream().sorted(Graded.ORDER).toList();
    }

    /** Whoever regrades the class here needs the programs, and what is known of them. */
    private void keep(List<Graded> graded) {
        try (Journal journal = Journal.in(out, watch::says)) {
            Set<Graded> known = new HashSet<>(journal.read());
            for (Graded g : graded) {
                program(g.handed());
                if (g.counts() && known.add(g)) journal.add(g);
            }
        }
    }

    private void program(Handed handed) {
        Path kept = handed.in(out.resolve("files"));
        boolean plain = handed.sha256().matches("[0-9a-f]{64}")
                && handed.file().matches("\\w+\\.\\w+");
        try {
            for (Path part : parts) {
                if (!plain || Files.exists(kept)) break;
                Path from = handed.in(part.resolve("files"));
                if (!Files.isRegularFile(from)) continue;
                byte[] program = Files.readAllBytes(from);
                String sha256 = HexFormat.of().formatHex(Digest.sha256().digest(program));
                if (!sha256.equals(handed.sha256())) continue;
                Files.createDirectories(kept.getParent());
                Draft.replace(kept, program);
            }
        } catch (IOException e) {
            throw Complaint.machine("cannot keep " + handed.file() + ": " + e.getMessage());
        }
        if (!plain || !Files.exists(kept)) {
            throw Complaint.usage("no part has the program of " + handed.student() + " for "
                    + handed.exercise() + " in its folder files");
        }
    }
}
