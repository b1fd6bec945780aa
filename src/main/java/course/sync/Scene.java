package course.sync;

import course.run.Overdue;
import course.run.Ready;
import course.run.Scratch;
import course.run.Started;
import course.run.Started.Line;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Language;
import course.script.Program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some terminals in which commands are typed, one terminal after the other. The last command of a
 * terminal may go on running while the next terminal is used: a server, which says when it is
 * ready.
 */
final class Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Course course;
    private final Workshop workshop;
    private final Path folder;
    private final Optional<String> port;
    private final Optional<String> path;
    private final List<List<String>> terminals;
    private String realPort = "0";
    private String realPath = "";
    private int lastStatus;

    /**
     * @param folder where the commands are typed, if not at the root of the course
     * @param port the port that the texts name; a free one stands in for it
     * @param path the socket's file that the texts name; one of our own stands in for it
     * @param terminals the lines of each terminal as the text has them: commands after {@code $},
     *     and output
     */
    Scene(
            Course course,
            Workshop workshop,
            Path folder,
            Optional<String> port,
            Optional<String> path,
            List<List<String>> terminals) {
        this.course = course;
        this.workshop = workshop;
        this.folder = folder;
        this.port = port;
        this.path = path;
        this.terminals = terminals;
    }

    /** One command while it runs. */
    private record Typed(
            String command, Optional<Started> started, String said, boolean interrupted) {}

    /**
     * Runs it all, and answers with the lines of each terminal as they really are; but where only a
     * port, a process id or a time differs, as the text has them.
     */
    List<List<String>> perform() {
        realPort = "0";
        lastStatus = 0;
        List<List<Typed>> played = new ArrayList<>();
        try (Scratch scratch = Scratch.named("course-sync-")) {
            realPath = scratch.folder().resolve("sock").toString();
            for (int i = 0; i < terminals.size(); i++) {
                List<Typed> typed = new ArrayList<>();
                played.add(typed);
                List<String> commands =
                        terminals.get(i).stream()
                                .filter(l -> l.startsWith("$ "))
                                .map(l -> l.substring(2))
                                .toList();
                if (commands.isEmpty())
                    throw Complaint.fallsShort("a transcript without a command");
                boolean interrupted = terminals.get(i).getLast().equals("^C");
                for (int c = 0; c < commands.size(); c++) {
                    boolean last = c == commands.size() - 1;
                    boolean goesOn = last && (i < terminals.size() - 1 || interrupted);
                    typed.add(type(commands.get(c), goesOn, last && interrupted));
                }
            }
            List<List<String>> seen = new ArrayList<>();
            for (int i = 0; i < played.size(); i++) {
                seen.add(Mask.keeping(terminals.get(i), lines(played.get(i))));
            }
            return seen;
        } catch (Overdue e) {
            throw Complaint.fallsShort(e.getMessage());
        } finally {
            played.forEach(t -> t.forEach(typed -> typed.started().ifPresent(Started::close)));
        }
    }

    private Typed type(String command, boolean goesOn, boolean interrupted) {
        if (command.equals("echo $?"))
            return new Typed(command, Optional.empty(), String.valueOf(lastStatus), false);
        List<String> words = List.of(command.split("\\s+"));
        if (words.getFirst().equals("cc")) {
            workshop.prepare(file(words.getLast()));
            return new Typed(command, Optional.empty(), "", false);
        }
        Started started = start(words, goesOn);
        if (goesOn) {
            if (path.isPresent()) {
                started.path(PATIENCE);
            } else {
                int given = started.port(PATIENCE);
                if (port.isPresent()) realPort = String.valueOf(given);
            }
        } else {
            lastStatus = started.exit(PATIENCE);
        }
        return new Typed(command, Optional.of(started), "", interrupted);
    }

    private Started start(List<String> words, boolean goesOn) {
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
        String program = words.getFirst();
        Ready ready;
        Path here = folder;
        if (program.equals("./jbang")) {
            String alias = arguments.removeFirst();
            Program script = course.programs(alias).get(Language.JAVA);
            here = course.root();
            if (script == null) {
                arguments.addFirst(alias);
                ready = launcher();
            } else {
                ready = workshop.prepare(script.file());
            }
        } else if (program.equals("java") || program.equals("python3")) {
            ready = workshop.prepare(file(arguments.removeFirst()));
        } else if (program.startsWith("./")) {
            ready = workshop.prepare(file(program.substring(2) + ".c"));
        } else {
            throw Complaint.fallsShort(
                    "a transcript cannot run \""
                            + program
                            + "\": it knows ./jbang, java, python3, cc and ./twin");
        }
        return Started.ours(
                ready,
                arguments.stream().map(a -> realArgument(a, goesOn)).toList(),
                here,
                line -> {});
    }

    /**
     * The port of the text becomes 0 for the server, and for everyone after it what the server got.
     */
    private String realArgument(String argument, boolean serving) {
        if (path.isPresent() && argument.equals(path.get())) return realPath;
        boolean named = port.isPresent() && argument.equals(port.get());
        if (!named) return argument;
        return serving && realPort.equals("0") ? "0" : realPort;
    }

    private Ready launcher() {
        String name = File.separatorChar == '\\' ? "jbang.cmd" : "jbang";
        return new Ready(List.of(course.root().resolve(name).toString()));
    }

    private Path file(String name) {
        Path beside = folder.resolve(name);
        Path file = Files.exists(beside) ? beside : course.root().resolve(name);
        if (!Files.exists(file))
            throw Complaint.fallsShort("a transcript names " + name + ", which is not there");
        return file;
    }

    /** What JBang says while it fetches or builds is said only once, and is not the story. */
    private List<String> lines(List<Typed> terminal) {
        List<String> lines = new ArrayList<>();
        for (Typed typed : terminal) {
            lines.add("$ " + typed.command());
            if (!typed.said().isEmpty()) lines.add(typed.said());
            if (typed.started().isEmpty()) continue;
            Started started = typed.started().get();
            if (!typed.interrupted()) started.exit(PATIENCE);
            for (Line line : started.lines()) {
                if (!line.text().startsWith("[jbang] ")) lines.add(asTold(line.text()));
            }
            if (typed.interrupted()) lines.add("^C");
        }
        return lines;
    }

    private String asTold(String line) {
        if (path.isPresent()) return line.replace(realPath, path.get());
        if (port.isEmpty() || realPort.equals("0")) return line;
        return line.replaceAll("\\b" + realPort + "\\b", port.get());
    }
}
