package course.grade;

import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A zip with all that an engine elsewhere needs to grade one exercise, but a JDK: the exercise, the
 * tool, and the libraries that it runs with here. The same is the same bytes whenever and wherever
 * it is made.
 */
public final class Parcel {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int UNIX = 3;
    private static final int PROGRAM = 0100755;
    private static final int TEXT = 0100644;

    /** Of each library one class by which it is found. */
    private static final List<String> LIBRARIES = List.of(
            "picocli.CommandLine",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.annotation.JsonProperty",
            "org.HdrHistogram.Histogram",
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.engine.JupiterTestEngine",
            "org.junit.platform.commons.JUnitException",
            "org.junit.platform.engine.TestEngine",
            "org.junit.platform.launcher.Launcher",
            "org.opentest4j.AssertionFailedError",
            "org.apiguardian.api.API",
            "org.jspecify.annotations.NullMarked");

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Set<String> programs = new HashSet<>();

    private Parcel() {}

    /** For Gradescope, as it wants an autograder to be uploaded. */
    public static byte[] gradescope(Course course, Exercise exercise, boolean hidden) {
        Parcel parcel = new Parcel();
        parcel.everything(course, exercise, hidden);
        parcel.program("setup.sh", GradescopeScripts.SETUP);
        parcel.program("run_autograder", GradescopeScripts.run(exercise, hidden));
        parcel.text("nothing.json", Json.pretty(GradescopeScripts.nothing(exercise)));
        return parcel.zip();
    }

    /**
     * For Classroom 50, to be unpacked at {@code CLASSROOM/autograders/ASSIGNMENT}. Whoever finds
     * the address can read it there, so it has no hidden check.
     */
    public static byte[] classroom50(Course course, Exercise exercise) {
        Parcel parcel = new Parcel();
        parcel.everything(course, exercise, false);
        parcel.text("autograder.py", Classroom50Scripts.autograder(exercise));
        parcel.text("runtime.json", Json.pretty(Classroom50Scripts.runtime()));
        return parcel.zip();
    }

    private void everything(Course course, Exercise exercise, boolean hidden) {
        text("course/jbang-catalog.json", "{}\n");
        // by this folder the tool knows that it is in a course
        text("course/lectures/README.txt", "They are not needed to grade.\n");
        file("course", course, exercise.check());
        file("course", course, exercise.brief());
        if (hidden) {
            if (!Files.exists(exercise.hiddenCheck())) {
                throw Complaint.usage(exercise.name() + " has no hidden check");
            }
            file("course", course, exercise.hiddenCheck());
        }
        try {
            Path ours = place(Parcel.class.getName());
            files.put("lib/course.jar", zip(classes(ours), Set.of()));
            for (String library : LIBRARIES) {
                Path jar = place(library);
                files.put("lib/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        } catch (IOException e) {
            throw Complaint.machine("cannot read the tool's own files: " + e.getMessage());
        }
    }

    private void text(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void program(String name, String text) {
        text(name, text);
        programs.add(name);
    }

    private void file(String folder, Course course, Path file) {
        try {
            if (Files.exists(file)) {
                files.put(folder + "/" + course.within(file), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + Course.shown(file) + ": " + e.getMessage());
        }
    }

    private static Path place(String type) throws IOException {
        try {
            return Path.of(Class.forName(type, false, Parcel.class.getClassLoader())
                    .getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IOException("where is " + type + "?", e);
        }
    }

    /** Of the tool, from a folder or from the jar that JBang made of them. */
    private static SortedMap<String, byte[]> classes(Path ours) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        if (Files.isDirectory(ours)) {
            try (Stream<Path> all = Files.walk(ours.resolve("course"))) {
                for (Path file : all.filter(f -> f.toString().endsWith(".class")).toList()) {
                    String name = ours.relativize(file).toString().replace('\\', '/');
                    classes.put(name, Files.readAllBytes(file));
                }
            }
            return classes;
        }
        try (ZipFile jar = new ZipFile(ours.toFile())) {
            for (ZipEntry e : jar.stream().filter(e -> e.getName().matches("course/.*\\.class"))
                    .toList()) {
                try (InputStream in = jar.getInputStream(e)) {
                    classes.put(e.getName(), in.readAllBytes());
                }
            }
        }
        return classes;
    }

    private byte[] zip() {
        return zip(files, programs);
    }

    /** Nothing is compressed, since that differs from one zlib to the next. */
    private static byte[] zip(SortedMap<String, byte[]> files, Set<String> programs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> e : files.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(e.getValue());
                ZipEntry entry = new ZipEntry(e.getKey());
                entry.setTimeLocal(ALWAYS);
                entry.setSize(e.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(e.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written", e);
        }
        byte[] all = bytes.toByteArray();
        permit(ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN), programs);
        return all;
    }

    /** Says in the zip's directory who may be executed, for which Java has no word. */
    private static void permit(ByteBuffer zip, Set<String> programs) {
        int end = zip.limit() - END_LENGTH;
        int at = zip.getInt(end + 16);
        for (int left = zip.getShort(end + 10) & 0xFFFF; left > 0; left--) {
            int length = zip.getShort(at + 28) & 0xFFFF;
            byte[] name = new byte[length];
            zip.get(at + ENTRY_LENGTH, name);
            boolean program = programs.contains(new String(name, StandardCharsets.UTF_8));
            zip.put(at + 5, (byte) UNIX);
            zip.putInt(at + 38, (program ? PROGRAM : TEXT) << 16);
            at += ENTRY_LENGTH + length + (zip.getShort(at + 30) & 0xFFFF)
                    + (zip.getShort(at + 32) & 0xFFFF);
        }
    }
}
