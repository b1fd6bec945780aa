package course.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The slides behind the lectures: their units, what we have to say of them, and where each has its
 * home. The tables in {@code lectures/} say what there is; where it is told stands only in the
 * texts and scripts themselves.
 */
public final class Syllabus {
    /**
     * A lecture, or one that is only planned.
     *
     * @param name {@code 04-first-server-and-client}
     * @param written nothing while it is planned
     */
    public record Place(String name, String title, Optional<Lecture> written) {
        public String number() {
            return name.substring(0, 2);
        }
    }

    private final Course course;
    private final List<Lecture> lectures;
    private final List<Program> programs;
    private final Table slides;
    private final Table plan;
    private final SequencedMap<String, Unit> units = new LinkedHashMap<>();
    private final SequencedMap<String, Place> places = new LinkedHashMap<>();
    private final Map<String, String> homes = new HashMap<>();
    private final Map<Remark.Kind, Table> tables = new EnumMap<>(Remark.Kind.class);
    private final Map<Remark.Kind, SequencedMap<String, Remark>> remarks =
            new EnumMap<>(Remark.Kind.class);
    private final List<Fault> faults = new ArrayList<>();

    private Syllabus(Course course) {
        this.course = course;
        lectures = course.lectures();
        programs = lectures.stream().flatMap(l -> l.programs().stream()).toList();
        slides = table("slides.tsv");
        slides.rows().forEach((id, row) -> units.put(id, Unit.of(id, row)));
        plan = table("plan.tsv");
        for (Remark.Kind kind : Remark.Kind.values()) {
            Table table = Table.of(kind.table(course));
            SequencedMap<String, Remark> all = new LinkedHashMap<>();
            table.rows().forEach((id, row) -> all.put(id, Remark.of(kind, id, row)));
            tables.put(kind, table);
            remarks.put(kind, all);
            faults.addAll(table.faults());
        }
        for (Lecture l : lectures) {
            places.put(l.name(), new Place(l.name(), l.title(), Optional.of(l)));
        }
        plan.rows().forEach((name, row) ->
                places.putIfAbsent(name, new Place(name, row.get("title"), Optional.empty())));
        settleAll();
    }

    /** Whether this course has slides behind it; one of another subject may have none. */
    public static boolean has(Course course) {
        return Files.exists(course.root().resolve("lectures/slides.tsv"));
    }

    public static Syllabus of(Course course) {
        return new Syllabus(course);
    }

    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    /** The names of the decks by the letter with which their units begin. */
    public SequencedMap<String, String> decks() {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        table("decks.tsv").rows().forEach((deck, row) -> names.put(deck, row.get("name")));
        return names;
    }

    /** All lectures in teaching order, and those that are planned. */
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    public List<Remark> remarks(Remark.Kind kind) {
        return List.copyOf(remarks.get(kind).values());
    }

    /** What is at home in this lecture, in the order of the table. */
    public List<Remark> remarks(Remark.Kind kind, Place place) {
        return remarks(kind).stream().filter(r -> home(r).equals(Optional.of(place))).toList();
    }

    public List<Remark> remarks(Remark.Kind kind, Unit unit) {
        return remarks(kind).stream().filter(r -> r.concerns(unit)).toList();
    }

    public List<Unit> units(Place place) {
        return units.values().stream()
                .filter(u -> place.name().equals(homes.get(u.id())))
                .toList();
    }

    public Optional<Place> home(Unit unit) {
        return Optional.ofNullable(homes.get(unit.id())).map(places::get);
    }

    /** It is at home where the first unit that it is about is. */
    public Optional<Place> home(Remark remark) {
        return Optional.ofNullable(homes.get(expanded(remark.slides().getFirst()).getFirst()))
                .map(places::get);
    }

    /** What mirrors a unit: scripts and twins. */
    public List<Program> programs(Unit unit) {
        return programs.stream().filter(p -> p.slides().contains(unit.id())).toList();
    }

    /** What puts a claim to the test. */
    public List<Program> programs(Remark claim) {
        int number = Integer.parseInt(claim.id());
        return programs.stream().filter(p -> p.claims().contains(number)).toList();
    }

    /** Where a unit named in a table or a text is; a whole slide's are all of its units. */
    List<String> expanded(String id) {
        if (units.containsKey(id)) return List.of(id);
        List<String> all =
                units.values().stream()
                        .filter(u -> u.slideId().equals(id))
                        .map(Unit::id)
                        .toList();
        return all.isEmpty() ? List.of(id) : all;
    }

    boolean knows(String unit) {
        return units.containsKey(unit);
    }

    Optional<Remark> remark(Remark.Kind kind, String id) {
        return Optional.ofNullable(remarks.get(kind).get(id));
    }

    Course course() {
        return course;
    }

    List<Lecture> lectures() {
        return lectures;
    }

    /** What was wrong already when the tables were read and the units went to their homes. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** A unit without a home, with two, or of no slide, is a fault. */
    private void settleAll() {
        faults.addAll(slides.faults());
        faults.addAll(plan.faults());
        for (Lecture lecture : lectures) {
            Table.Row waiting = plan.rows().get(lecture.name());
            if (waiting != null) {
                String twice = lecture.name() + " is written, and still waits here";
                faults.add(new Fault(plan.file(), waiting.line(), twice));
            }
            for (String id : lecture.slides()) settle(id, lecture.name(), lecture.text(), 1);
        }
        plan.rows().forEach((name, row) -> {
            for (String id : row.get("slides").split(" ")) {
                expanded(id).forEach(unit -> settle(unit, name, plan.file(), row.line()));
            }
        });
        slides.rows().forEach((unit, row) -> {
            if (homes.containsKey(unit)) return;
            faults.add(new Fault(slides.file(), row.line(), unit + " has no home in any lecture"));
        });
    }

    private void settle(String unit, String place, Path where, int line) {
        if (!knows(unit)) {
            faults.add(new Fault(where, line, "there is no unit " + unit + " in slides.tsv"));
            return;
        }
        String other = homes.putIfAbsent(unit, place);
        if (other == null) return;
        String twice = unit + " is at home twice: in " + other + " and in " + place;
        faults.add(new Fault(where, line, twice));
    }

    private Table table(String name) {
        return Table.of(course.root().resolve("lectures").resolve(name));
    }
}
