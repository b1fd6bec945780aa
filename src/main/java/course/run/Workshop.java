package course.run;

import course.script.Complaint;
import course.script.Course;
import course.script.Language;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.lang.model.SourceVersion;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Makes a source file ready to start. What it builds is kept in a folder named by the content, so
 * that the second start of an unchanged script costs nothing, and a half-built folder is never seen
 * under that name.
 */
public final class Workshop {
    /**
     * How a small script starts fastest: no optimising compiler, and the simple one only for what
     * runs often; no second collector thread; the archive of the JDK's classes where it
     * was made to be, which costs the start nothing but the randomness of that place.
     */
    private static final List<String> LIGHT =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:CompileThresholdScaling=10",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Xshare:auto",
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0");

    private static final int DIGEST_BYTES = 8;

    /** For one file of a student's. */
    private static final int C_SECONDS = 60;

    /** A compiler that says more than this is not read to its end. */
    private static final int LONGEST_SAID = 1 << 18;

    /** What a script that calls C asks for in its header, in JBang's words. */
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    private final Path shelf;
    private final Optional<ResidentCompiler> resident;

    /** Of each class path, when its newest class was made: what we run on does not change. */
    private final Map<String, String> ages = new ConcurrentHashMap<>();

    /** Built programs are kept in {@code shelf}; it may be deleted at any time. */
    public Workshop(Path shelf) {
        this(shelf, Optional.empty());
    }

    /** The same for programs that this process had better not compile itself. */
    public Workshop(Path shelf, ResidentCompiler resident) {
        this(shelf, Optional.of(resident));
    }

    private Workshop(Path shelf, Optional<ResidentCompiler> resident) {
        this.shelf = shelf.toAbsolutePath();
        this.resident = resident;
    }

    /**
     * Ready to start with its own memory limit, e.g. {@code -Xmx64m}, where the language has one.
     */
    public Ready prepare(Path source, String... jvmOptions) {
        Language language =
                Language.of(source)
                        .orElseThrow(
                                () -> Complaint.usage(source + ": neither .java nor .c nor .py"));
        if (!Files.isRegularFile(source)) throw Complaint.usage("no such file: " + source);
        return switch (language) {
            case JAVA -> java(source, jvmOptions);
            case C -> c(source);
            case PYTHON -> python(source);
        };
    }

    private Ready c(Path source) {
        Path program = compiledC(source);
        return new Ready(
                List.of(program.toString()), List.of(program.getParent()), List.of("/bin/true"));
    }

    private static Ready python(Path source) {
        Path python = Tool.PYTHON.require();
        Path file = source.toAbsolutePath();
        List<Path> reads = new ArrayList<>(List.of(file));
        for (Path start : List.of(python, real(python))) {
            // of where it is installed, only what is its own: that may be a home folder
            Stream.of("bin/" + start.getFileName(), "lib", "lib64", "pyvenv.cfg")
                    .map(start.resolve("../..").normalize()::resolve)
                    .filter(f -> Files.exists(f) && !reads.contains(f))
                    .forEach(reads::add);
        }
        String command = python.toString();
        return new Ready(
                List.of(command, file.toString()), reads, List.of(command, "-c", "import socket"));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw Complaint.machine("cannot follow " + file + ": " + e.getMessage());
        }
    }

    private Ready java(Path source, String... jvmOptions) {
        Path classes = compiledJava(source);
        Path home = Path.of(System.getProperty("java.home"));
        String java = home.resolve("bin/java").toString();
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(LIGHT);
        command.addAll(List.of(jvmOptions));
        if (callsC(source)) command.add(NATIVE_ACCESS);
        command.addAll(
                List.of("-cp", classes.toString(), mainClass(classes, unitName(source), source)));
        return new Ready(command, List.of(home, classes), List.of(java, "-version"));
    }

    private static boolean callsC(Path source) {
        return new String(read(source), StandardCharsets.UTF_8)
                .lines().anyMatch(("//RUNTIME_OPTIONS " + NATIVE_ACCESS)::equals);
    }

    /** The classes of one Java source file that stands alone. */
    private Path compiledJava(Path source) {
        byte[] text = read(source);
        String unit = unitName(source);
        return build(
                unit,
                text,
                System.getProperty("java.version"),
                folder -> {
                    String shown = Course.shown(source);
                    String java = new String(text, StandardCharsets.UTF_8);
                    String complaints =
                            resident.isPresent()
                                    ? resident.get().compile(unit, shown, java, folder)
                                    : compile(unit, shown, java, folder, "");
                    if (!complaints.isEmpty()) throw Complaint.fallsShort(complaints);
                });
    }

    /**
     * The classes of a source file that may use the tool's own classes and whatever it runs on.
     *
     * @param classPath what the file is compiled against
     */
    public Path classesOf(Path source, String classPath) {
        byte[] text = read(source);
        String unit = unitName(source);
        return build(
                unit,
                text,
                System.getProperty("java.version") + classPath
                        + ages.computeIfAbsent(classPath, Workshop::newest),
                folder -> {
                    String java = new String(text, StandardCharsets.UTF_8);
                    String complaints =
                            compile(unit, Course.shown(source), java, folder, classPath);
                    if (!complaints.isEmpty())
                        throw Complaint.machine("the check itself does not compile: " + complaints);
                });
    }

    /** A check is only as good as the classes that it was compiled against: when were they made? */
    private static String newest(String classPath) {
        FileTime newest = FileTime.fromMillis(0);
        for (String entry : classPath.split(File.pathSeparator)) {
            try (Stream<Path> files = Files.walk(Path.of(entry))) {
                for (Path file : files.toList()) {
                    FileTime made = Files.getLastModifiedTime(file);
                    if (made.compareTo(newest) > 0) newest = made;
                }
            } catch (IOException e) {
                throw Complaint.machine("cannot read " + entry + ": " + e.getMessage());
            }
        }
        return newest.toString();
    }

    /** What javac says against this unit, empty if nothing. */
    static String compile(String unit, String shown, String text, Path folder, String classPath)
            throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null)
            throw Complaint.machine("this Java has no compiler: a JDK 25 is needed");
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            List<Path> libraries =
                    Stream.of(classPath.split(File.pathSeparator))
                            .filter(p -> !p.isEmpty())
                            .map(Path::of)
                            .toList();
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries);
            // linking the concatenation of strings at run time costs a small program 10 ms of its
            // start
            List<String> options =
                    List.of("--release", "25", "-proc:none", "-nowarn", "-XDstringConcat=inline");
            List<InMemory> units = List.of(new InMemory(unit, shown, text));
            boolean fine = compiler.getTask(said, files, null, options, null, units).call();
            return fine ? "" : said.toString().strip();
        }
    }

    private Path compiledC(Path source) {
        Path cc = Tool.CC.require();
        String unit = source.getFileName().toString().replaceFirst("\\.c$", "");
        Path folder =
                build(
                        unit,
                        read(source),
                        cc.toString(),
                        target -> {
                            List<String> command =
                                    List.of(
                                            cc.toString(),
                                            "-O1",
                                            "-Wall",
                                            "-Wextra",
                                            "-o",
                                            target.resolve(unit).toString(),
                                            operand(source));
                            Process p = start(command, source.toAbsolutePath(), target);
                            p.getOutputStream().close();
                            CompletableFuture<Process> end =
                                    p.onExit().orTimeout(C_SECONDS, TimeUnit.SECONDS);
                            end.exceptionally(late -> p.destroyForcibly());
                            String said =
                                    new String(
                                                    p.getInputStream().readNBytes(LONGEST_SAID),
                                                    StandardCharsets.UTF_8)
                                            .strip();
                            p.getInputStream().close();
                            p.waitFor();
                            if (end.isCompletedExceptionally()) {
                                throw Complaint.fallsShort(
                                        "The C compiler did not end within " + C_SECONDS + " s.");
                            }
                            if (p.exitValue() != 0) throw Complaint.fallsShort(said);
                        });
        return folder.resolve(unit);
    }

    private Process start(List<String> command, Path source, Path target) throws IOException {
        if (resident.isEmpty()) {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        }
        var builder = new ProcessBuilder(resident.get().around(command, source, target));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        return builder.redirectErrorStream(true).start();
    }

    /**
     * As one would type it, which is how the compiler will name it; never an option. A contained
     * compiler does not stand where we do.
     */
    private String operand(Path source) {
        if (resident.isPresent()) return source.toAbsolutePath().toString();
        String shown = Course.shown(source);
        return shown.startsWith("-") ? "./" + shown : shown;
    }

    private interface Step {
        void into(Path folder) throws IOException, InterruptedException;
    }

    private Path build(String unit, byte[] text, String with, Step step) {
        Path finished = shelf.resolve(unit + "-" + digest(text, with));
        if (Files.isDirectory(finished)) return finished;
        try {
            Files.createDirectories(shelf);
            Path folder = Files.createTempDirectory(shelf, "building-");
            try {
                step.into(folder);
                Files.move(folder, finished, StandardCopyOption.ATOMIC_MOVE);
                clearAway(unit);
            } catch (IOException | RuntimeException | InterruptedException e) {
                if (Files.exists(folder)) delete(folder);
                // a rename onto a full folder has no exception of its own
                boolean someoneElseWasFaster =
                        e instanceof FileSystemException && Files.isDirectory(finished);
                if (!someoneElseWasFaster) throw e;
            }
            return finished;
        } catch (IOException e) {
            throw Complaint.machine("cannot build in " + shelf + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.machine("interrupted while building " + unit);
        }
    }

    /** What was built of this unit before yesterday: each save of a watched file leaves one. */
    private void clearAway(String unit) throws IOException {
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        try (var built = Files.newDirectoryStream(shelf, unit + "-*")) {
            for (Path folder : built) {
                boolean ofThisUnit = folder.getFileName().toString().length()
                        == unit.length() + 1 + 2 * DIGEST_BYTES;
                if (ofThisUnit && Files.getLastModifiedTime(folder).compareTo(yesterday) < 0) {
                    delete(folder);
                }
            }
        } catch (NoSuchFileException someoneElseWasFaster) {
            // then it is gone
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(p);
        }
    }

    private static byte[] read(Path source) {
        try {
            return Files.readAllBytes(source);
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + source + ": " + e.getMessage());
        }
    }

    private static String digest(byte[] text, String with) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(text);
            sha.update(with.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * A compact source file gets its class name from its file name, which a student may have
     * changed.
     */
    private static String unitName(Path source) {
        String base = source.getFileName().toString().replaceFirst("\\.java$", "");
        return SourceVersion.isName(base) ? base : "Main";
    }

    private static String mainClass(Path classes, String unit, Path source) {
        try (Stream<Path> all = Files.walk(classes)) {
            return all.filter(p -> p.endsWith(unit + ".class"))
                    .map(p ->
                            classes.relativize(p)
                                    .toString()
                                    .replaceFirst("\\.class$", "")
                                    .replace(File.separatorChar, '.'))
                    .findFirst()
                    .orElseThrow(() ->
                            Complaint.fallsShort(
                                    source.getFileName() + ": no class " + unit + " to start"));
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + classes + ": " + e.getMessage());
        }
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String shown;
        private final String text;

        InMemory(String unit, String shown, String text) {
            super(URI.create("string:///" + unit + ".java"), JavaFileObject.Kind.SOURCE);
            this.shown = shown;
            this.text = text;
        }

        /** As the compiler names it when it complains. */
        @Override
        public String getName() {
            return shown;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
