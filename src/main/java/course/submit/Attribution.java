package course.submit;

import course.script.Exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says whose a file is, and what for. */
final class Attribution {
    private final Intake.Options options;

    /**
     * What the name of a program says.
     *
     * @param student what else stands in it: {@code ada42_echo_server.py}, {@code EchoServerDan}
     */
    record Title(Exercise exercise, String student) {}

    /** Those who handed something in, and what is to be said of that. */
    record Owners(List<String> students, List<String> remarks) {}

    Attribution(Intake.Options options) {
        this.options = options;
    }

    Optional<Exercise> exercise(String name) {
        return options.exercises().stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /** The exercise with the longest name that fits, else the one that was given. */
    Title title(String file) throws Unreadable {
        String base = file.substring(0, file.lastIndexOf('.'));
        Optional<Title> named = options.exercises().stream()
                .sorted(Comparator.comparing((Exercise e) -> e.name().length()).reversed())
                .flatMap(e -> title(e, base).stream())
                .findFirst();
        return named.or(() -> options.exercise().map(e -> new Title(e, "")))
                .orElseThrow(() -> new Unreadable("is called after no exercise"));
    }

    private static Optional<Title> title(Exercise exercise, String base) {
        String name = exercise.name();
        String snake = exercise.snake();
        Matcher m = Pattern.compile("(?:(.+)[ _-])?(?:" + name + "|" + snake + ")|"
                        + name + "([A-Z0-9].*)|(?:" + name + "|" + snake + ")[ _-](.+)")
                .matcher(base);
        if (!m.matches()) return Optional.empty();
        for (int group = 1; group <= m.groupCount(); group++) {
            if (m.group(group) != null) return Optional.of(new Title(exercise, m.group(group)));
        }
        return Optional.of(new Title(exercise, ""));
    }

    /**
     * Of a plain file: whom the LMS names, else whose folder it is in, else what its name tells.
     *
     * @param path from the folder or zip that was given, whose name comes first
     */
    Owners of(List<String> path, Title title, Optional<Upload> upload) {
        if (options.student().isPresent()) return known(options.student().get());
        if (upload.isPresent()) {
            return uploader(upload.get())
                    .map(id -> new Owners(List.of(id), List.of()))
                    .orElseGet(() -> known(upload.get().madeId()));
        }
        List<String> words = new ArrayList<>(path.subList(1, path.size() - 1));
        if (!title.student().isEmpty()) words.add(title.student());
        words.add(path.getFirst());
        return words.stream()
                .flatMap(word -> options.roster().flatMap(r -> r.meantBy(word)).stream())
                .findFirst()
                .map(s -> new Owners(List.of(s.id()), List.of()))
                .orElseGet(() -> known(StudentId.of(words.getFirst())));
    }

    /** Of a bundle: who it says, unless the LMS knows that it came from somebody else. */
    Owners of(Manifest manifest, Optional<Upload> upload) {
        if (options.student().isPresent()) return known(options.student().get());
        Set<String> students = new LinkedHashSet<>();
        Set<String> remarks = new LinkedHashSet<>();
        for (String id : manifest.students()) {
            Owners one = known(StudentId.key(id));
            students.addAll(one.students());
            remarks.addAll(one.remarks());
        }
        Optional<String> uploader = upload.flatMap(this::uploader);
        if (uploader.isPresent() && !students.contains(uploader.get())) {
            return new Owners(List.of(uploader.get()), List.of("the bundle names "
                    + String.join(", ", students) + ", but " + uploader.get() + " uploaded it"));
        }
        if (upload.isPresent() && uploader.isEmpty() && options.roster().isPresent()) {
            remarks.add("uploaded by " + upload.get().account() + ", who is not in the roster");
        }
        return new Owners(List.copyOf(students), List.copyOf(remarks));
    }

    private Optional<String> uploader(Upload upload) {
        return options.roster().flatMap(r -> r.uploader(upload)).map(Roster.Student::id);
    }

    private Owners known(String id) {
        if (options.roster().isEmpty()) return new Owners(List.of(id), List.of());
        return options.roster().get().student(id)
                .map(s -> new Owners(List.of(s.id()), List.of()))
                .orElseGet(() -> new Owners(List.of(id), List.of("not in the roster")));
    }
}
