package course.submit;

import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.submit.Archive.Entry;
import course.submit.Manifest.Open;
import course.submit.Manifest.Work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a student hands in: the manifest and the programs that it names.
 *
 * @param programs by their path in the bundle
 */
public record Bundle(Manifest manifest, Map<String, byte[]> programs) {
    /** So many hexadecimal digits of the fingerprint tell the bundles of a class apart. */
    private static final int CODE = 12;

    /**
     * A program to hand in.
     *
     * @param name of its file
     * @param open what the open check gave, if it could be run
     */
    public record Part(Exercise exercise, String name, byte[] program, Optional<Open> open) {
        /** Refuses here what an intake would refuse later. */
        public static Part of(Exercise exercise, Path file, Optional<Open> open) {
            String name = file.getFileName().toString();
            if (!EntryName.isProgram(name)) {
                throw Complaint.usage(Course.shown(file) + ": a name of letters, digits, _, - and ."
                        + " that ends in .java, .c or .py can be handed in");
            }
            try {
                long most = Limits.USUAL.program();
                if (!Files.isRegularFile(file)) throw Complaint.usage("no such file: " + file);
                byte[] program = Files.readAllBytes(file);
                if (program.length == 0) throw Complaint.usage(Course.shown(file) + " is empty");
                if (program.length > most) {
                    throw Complaint.usage("%s has %d bytes, at most %d can be handed in"
                            .formatted(Course.shown(file), program.length, most));
                }
                return new Part(exercise, name, program, open);
            } catch (IOException e) {
                throw Complaint.machine("cannot read " + Course.shown(file) + ": "
                        + e.getMessage());
            }
        }

        private Work work() {
            return new Work(exercise.name(), Edition.of(exercise), name, program.length,
                    Sha256.of(program), open);
        }
    }

    /** @param tool by which name and number it is made */
    public static Bundle of(
            Course course, String tool, Instant now, List<String> students, List<Part> parts) {
        List<Work> works = parts.stream().map(Part::work).toList();
        Map<String, byte[]> programs = new HashMap<>();
        parts.forEach(p -> programs.put(p.work().path(), p.program()));
        Instant time = now.truncatedTo(ChronoUnit.SECONDS);
        return new Bundle(
                new Manifest(Edition.of(course), tool, time, students, works), programs);
    }

    /** The bundle in a file, if there is one and it is sound. */
    public static Optional<Bundle> from(Path file) {
        if (!Files.isRegularFile(file)) return Optional.empty();
        try (Archive archive = Archive.open(file, Limits.USUAL.works())) {
            return isIn(archive) ? Optional.of(in(archive, Limits.USUAL)) : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /**
     * The bundle in a file that has just come in. What an intake would refuse later is refused
     * here, in a complaint with the intake's own reason, and so is what is no bundle at all.
     */
    public static Bundle sound(Path file, List<Exercise> exercises) {
        Bundle bundle;
        try (Archive archive = Archive.open(file, Limits.USUAL.works())) {
            if (!isIn(archive)) throw new Unreadable("has no " + Manifest.FILE);
            // ours are not packed; a small one that unpacks to much would fill the memory
            long all = archive.entries().stream().mapToLong(Entry::size).sum();
            long most = Limits.USUAL.bundle();
            if (all > most || all < 0) throw Archive.tooLarge(all, most);
            bundle = in(archive, Limits.USUAL);
        } catch (Unreadable e) {
            throw Complaint.fallsShort("the bundle " + e.getMessage());
        }
        Set<String> known = exercises.stream().map(Exercise::name).collect(Collectors.toSet());
        for (Work work : bundle.manifest.works()) {
            if (known.contains(work.exercise())) continue;
            throw Complaint.fallsShort(
                    Origin.shown(work.path()) + " is for no exercise of this course");
        }
        return bundle;
    }

    /** Tells by the name of a file whose it is and what for: {@code ada42-GreetingServer}. */
    public String title() {
        List<Work> works = manifest.works();
        String what = works.size() > 3
                ? works.size() + "-exercises"
                : works.stream().map(Work::exercise).collect(Collectors.joining("-"));
        return StudentId.key(manifest.students().getFirst()) + "-" + what;
    }

    /** Whether it hands in the same programs for the same students: then it need not be made. */
    public boolean saysTheSameAs(Bundle other) {
        return manifest.students().equals(other.manifest.students())
                && handedIn().equals(other.handedIn());
    }

    private List<String> handedIn() {
        return manifest.works().stream()
                .map(w -> String.join(" ", w.path(), w.edition(), w.sha256()))
                .toList();
    }

    /**
     * A zip, and for equal input on every machine the same bytes: the time is the manifest's, the
     * order too, and nothing is compressed, since that differs from one zlib to the next.
     */
    public byte[] zip() {
        LocalDateTime time = LocalDateTime.ofInstant(manifest.time(), ZoneOffset.UTC);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            put(zip, Manifest.FILE, manifest.json(), time);
            for (Work work : manifest.works()) {
                put(zip, work.path(), programs.get(work.path()), time);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, LocalDateTime time)
            throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** What a student may copy down, to name this very bundle later: {@code 4f0c-77d1-a2b9}. */
    public static String code(byte[] zip) {
        return Sha256.of(zip).substring(0, CODE).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Whether a zip says that it is one of these. */
    static boolean isIn(Archive archive) {
        return archive.entries().stream().anyMatch(e -> e.name().equals(Manifest.FILE));
    }

    /** All of it or nothing: a bundle is made by our tool, and a strange one by somebody else. */
    static Bundle in(Archive archive, Limits limits) throws Unreadable {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Entry e : archive.entries()) {
            Optional<String> flaw = e.flaw();
            if (flaw.isPresent()) throw new Unreadable(told(e.name(), flaw.get()));
            if (!EntryName.isLitter(e.name())) entries.put(e.name(), e);
        }
        Manifest manifest =
                Manifest.of(archive.read(entries.get(Manifest.FILE), Manifest.LARGEST));
        Set<String> named = new HashSet<>(Set.of(Manifest.FILE));
        Map<String, byte[]> programs = new HashMap<>();
        for (Work work : manifest.works()) {
            String path = work.path();
            if (!entries.containsKey(path)) throw new Unreadable(told(path, "is missing"));
            programs.put(path, program(archive, entries.get(path), work, limits));
            named.add(path);
        }
        for (Entry e : entries.values()) {
            boolean inTheWay = !e.folder() && !named.contains(e.name());
            if (inTheWay) throw new Unreadable(told(e.name(), "is not in the manifest"));
        }
        return new Bundle(manifest, programs);
    }

    private static byte[] program(Archive archive, Entry entry, Work work, Limits limits)
            throws Unreadable {
        try {
            byte[] program = archive.read(entry, limits.program());
            if (program.length == work.bytes() && Sha256.of(program).equals(work.sha256())) {
                return program;
            }
        } catch (Unreadable e) {
            throw new Unreadable(told(entry.name(), e.getMessage()));
        }
        throw new Unreadable(told(entry.name(), "is not what the manifest says: it was changed"));
    }

    private static String told(String name, String flaw) {
        return "is no sound bundle: in it, " + Origin.shown(name) + " " + flaw;
    }
}
