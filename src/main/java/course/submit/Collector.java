package course.submit;

import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.submit.Archive.Entry;
import course.submit.Manifest.Work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Goes through a folder or a zip and takes every program in it, or says why not. */
final class Collector {
    /** What a browser adds when it saves the same name again. */
    private static final Pattern COPY = Pattern.compile("[ _-]*\\(\\d+\\)(?=\\.[a-z]+$)");

    private static final Pattern SOURCE = Pattern.compile(".+\\.(java|c|py)");
    private static final int DEEPEST = 16;

    private final Intake.Options options;
    private final Limits limits;
    private final Shelf shelf;
    private final Attribution attribution;
    private final Map<Exercise, List<String>> skeletons = new HashMap<>();
    private final Map<Exercise, String> editions = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private long left;

    /** A file somewhere, which has not been read yet. */
    private interface Content {
        byte[] read(long most) throws Unreadable;
    }

    /**
     * A file that may be a submission.
     *
     * @param path from the folder or zip that was given, whose name comes first
     * @param name as the student called it
     * @param upload what an LMS says of it, or of the zip that it was in
     * @param packed in how many zips it is
     */
    private record Found(String origin, List<String> path, String name, Optional<Upload> upload,
            Optional<Instant> time, int packed, Content content) {}

    Collector(Intake.Options options, Limits limits, Shelf shelf) {
        this.options = options;
        this.limits = limits;
        this.shelf = shelf;
        this.attribution = new Attribution(options);
        this.left = limits.all();
    }

    List<Candidate> candidates() {
        return candidates;
    }

    List<Refusal> refused() {
        return refused;
    }

    void collect(Path given) {
        Path place = given.toAbsolutePath().normalize();
        String name = place.getFileName() == null ? "/" : place.getFileName().toString();
        if (Files.isDirectory(place)) walk(place, name);
        else if (Files.isRegularFile(place) && isZip(name)) {
            open(place, Origin.shown(name), List.of(stem(name)), Optional.empty(), 0);
        } else if (Files.isRegularFile(place)) {
            String folder = place.getParent().getFileName() == null
                    ? name : place.getParent().getFileName().toString();
            take(onDisk(place, Origin.shown(name), List.of(folder, name)));
        } else {
            throw Complaint.usage("no such folder or zip: " + Course.shown(given));
        }
    }

    private static boolean isZip(String name) {
        return name.regionMatches(true, name.length() - 4, ".zip", 0, 4);
    }

    private static String stem(String zip) {
        return zip.substring(0, zip.length() - 4);
    }

    private void refuse(String origin, String reason) {
        refused.add(new Refusal(origin, reason));
    }

    private void walk(Path root, String name) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root.toRealPath(), Set.of(), DEEPEST, new Walk(files));
        } catch (IOException e) {
            throw Complaint.machine("cannot list " + Course.shown(root) + ": " + e.getMessage());
        }
        if (files.size() > limits.files()) {
            refuse(Origin.shown(name), "has more than %d files; the others are not looked at"
                    .formatted(limits.files()));
            files.removeLast();
        }
        files.sort(Comparator.comparing(Path::toString));
        for (Path file : files) {
            List<String> path = new ArrayList<>(List.of(name));
            Path inside = relative(root, file);
            inside.forEach(part -> path.add(part.toString()));
            String words = String.join("/", path.subList(1, path.size()));
            String origin = Origin.in(Origin.shown(name), words);
            Optional<String> flaw = EntryName.flaw(words).or(() -> flaw(file));
            if (flaw.isPresent()) refuse(origin, flaw.get());
            else if (EntryName.isLitter(words)) continue;
            else if (isZip(file.toString())) {
                path.set(path.size() - 1, stem(path.getLast()));
                open(file, origin, path, Upload.of(path), 0);
            } else take(onDisk(file, origin, path));
        }
    }

    private static Path relative(Path root, Path file) {
        try {
            return root.toRealPath().relativize(file);
        } catch (IOException e) {
            throw Complaint.machine("cannot list " + root + ": " + e.getMessage());
        }
    }

    /** Notes every file, and follows no link. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final List<Path> files;

        Walk(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return files.size() > limits.files()
                    ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            refuse(Origin.shown(file.getFileName().toString()), "cannot be read");
            return FileVisitResult.CONTINUE;
        }
    }

    private static Optional<String> flaw(Path file) {
        if (Files.isSymbolicLink(file)) return Optional.of("is a link");
        if (Files.isDirectory(file)) return Optional.of("lies too deep in folders");
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.empty() : Optional.of("is a special file");
    }

    private Found onDisk(Path file, String origin, List<String> path) {
        Optional<Upload> upload = Upload.of(path);
        String name = upload.map(Upload::file).orElse(path.getLast());
        return new Found(origin, path, name, upload, modified(file), 0, most -> {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] content = in.readNBytes((int) most + 1);
                if (content.length > most) throw Archive.tooLarge(Files.size(file), most);
                return content;
            } catch (IOException e) {
                throw new Unreadable("cannot be read");
            }
        });
    }

    private static Optional<Instant> modified(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** @param packed in how many zips this one is */
    private void open(Path zip, String origin, List<String> path, Optional<Upload> upload,
            int packed) {
        boolean ofOne = packed > 0 || upload.isPresent();
        try (Archive archive = Archive.open(zip, ofOne ? limits.works() : limits.entries())) {
            if (Bundle.isIn(archive)) {
                takeBundle(Bundle.in(archive, limits), origin, upload);
                return;
            }
            for (Entry entry : archive.entries()) {
                String inside = Origin.in(origin, entry.name());
                if (entry.flaw().isPresent()) refuse(inside, entry.flaw().get());
                else if (!entry.folder() && !EntryName.isLitter(entry.name())) {
                    take(packed(archive, entry, inside, path, upload, packed));
                }
            }
        } catch (Unreadable e) {
            refuse(origin, e.getMessage());
        }
    }

    private Found packed(Archive archive, Entry entry, String origin, List<String> path,
            Optional<Upload> upload, int packed) {
        List<String> whole = new ArrayList<>(path);
        whole.addAll(EntryName.parts(entry.name()));
        // within a student's own zip all names are the student's, whatever they look like
        boolean own = upload.isPresent() || packed > 0;
        Optional<Upload> by = own ? upload : Upload.of(whole);
        String name = own ? whole.getLast() : by.map(Upload::file).orElse(whole.getLast());
        Optional<Instant> time = by.isPresent() ? Optional.empty() : entry.time();
        return new Found(origin, whole, name, by, time, packed + 1, most -> {
            if (entry.size() > left && entry.size() <= most) {
                throw new Unreadable("is more than all zips may hold");
            }
            byte[] content = archive.read(entry, most);
            left -= content.length;
            return content;
        });
    }

    private void take(Found found) {
        try {
            if (isZip(found.name())) takeZip(found);
            else if (SOURCE.matcher(found.name()).matches()) takeProgram(found);
            else refuse(found.origin(), "is neither a bundle nor a program");
        } catch (Unreadable e) {
            refuse(found.origin(), e.getMessage());
        }
    }

    /** A student's, within the class's. */
    private void takeZip(Found found) throws Unreadable {
        if (found.packed() > 1) throw new Unreadable("is a zip in a zip in a zip");
        Path zip = shelf.aside(found.content().read(limits.bundle()));
        List<String> path = new ArrayList<>(found.path());
        path.set(path.size() - 1, stem(path.getLast()));
        open(zip, found.origin(), path, found.upload(), found.packed());
    }

    private void takeProgram(Found found) throws Unreadable {
        String name = COPY.matcher(found.name()).replaceFirst("");
        Attribution.Title title = attribution.title(name);
        Attribution.Owners owners = attribution.of(found.path(), title, found.upload());
        Exercise exercise = title.exercise();
        byte[] program = found.content().read(limits.program());
        if (program.length == 0) throw new Unreadable("is empty");
        String plain = EntryName.isProgram(name) ? name : canonical(exercise, name);
        List<String> remarks = new ArrayList<>(owners.remarks());
        boolean late = found.upload().map(Upload::late).orElse(false);
        if (late) remarks.add("late, says the LMS");
        Optional<Duration> delay = delay(found.time());
        delay.ifPresent(d -> remarks.add("late by " + told(d)
                + ", says the file's own time, which a copy may change"));
        put(new Work(exercise.name(), "", plain, program.length, Sha256.of(program),
                        Optional.empty()), exercise, program, owners.students(),
                found.time(), late || delay.isPresent(), remarks, found.origin(), found.upload());
    }

    private static String canonical(Exercise exercise, String name) {
        return name.endsWith(".java")
                ? exercise.name() + ".java"
                : exercise.snake() + name.substring(name.lastIndexOf('.'));
    }

    private void takeBundle(Bundle bundle, String origin, Optional<Upload> upload) {
        Manifest manifest = bundle.manifest();
        Attribution.Owners owners = attribution.of(manifest, upload);
        for (Work work : manifest.works()) {
            Optional<Exercise> exercise = attribution.exercise(work.exercise());
            if (exercise.isEmpty()) {
                refuse(Origin.in(origin, work.path()), "is for no exercise of this course");
                continue;
            }
            List<String> remarks = new ArrayList<>(owners.remarks());
            String edition = editions.computeIfAbsent(exercise.get(), Edition::of);
            if (!edition.equals(work.edition())) {
                remarks.add("written for another edition of the exercise");
            }
            boolean late = upload.map(Upload::late).orElse(false);
            if (late) remarks.add("late, says the LMS");
            Optional<Duration> delay = delay(Optional.of(manifest.time()));
            delay.ifPresent(d ->
                    remarks.add("late by " + told(d) + ", says the student's clock"));
            if (manifest.time().isAfter(Instant.now().plus(Duration.ofMinutes(10)))) {
                remarks.add("the student's clock is ahead: " + manifest.time());
            }
            put(work, exercise.get(), bundle.programs().get(work.path()), owners.students(),
                    Optional.of(manifest.time()), late || delay.isPresent(), remarks, origin,
                    upload);
        }
    }

    private Optional<Duration> delay(Optional<Instant> at) {
        return at.flatMap(t -> options.due().map(due -> Duration.between(due, t)))
                .filter(d -> d.isPositive());
    }

    private static String told(Duration late) {
        long minutes = Math.max(1, late.toMinutes());
        if (minutes < 60) return minutes + " min";
        long hours = minutes / 60;
        return hours < 48 ? hours + " h " + minutes % 60 + " min" : hours / 24 + " days";
    }

    private void put(Work work, Exercise exercise, byte[] program, List<String> students,
            Optional<Instant> at, boolean late, List<String> remarks, String origin,
            Optional<Upload> upload) {
        boolean skeleton = isSkeleton(exercise, program);
        if (skeleton) remarks.add("the skeleton, unchanged");
        for (String student : students) {
            Path file = shelf.put(student, exercise.name(), work.file(), program, work.sha256());
            List<String> mates = students.stream().filter(s -> !s.equals(student)).toList();
            List<String> all = mates.isEmpty()
                    ? remarks
                    : Stream.concat(remarks.stream(),
                            Stream.of("together with " + String.join(", ", mates))).toList();
            candidates.add(new Candidate(student, exercise.name(), file, work.sha256(), at, late,
                    List.copyOf(all), skeleton, origin, students,
                    upload.map(Upload::account).orElse(""),
                    upload.map(Upload::sequence).orElse(0L)));
        }
    }

    private boolean isSkeleton(Exercise exercise, byte[] program) {
        List<String> skeleton = skeletons.computeIfAbsent(exercise, e ->
                Files.exists(e.brief()) ? e.skeleton() : List.of());
        return new String(program, StandardCharsets.UTF_8).lines().toList().equals(skeleton);
    }
}
