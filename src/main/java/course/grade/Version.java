package course.grade;

import course.check.Asked;
import course.script.Complaint;
import course.script.Exercise;
import course.wire.Story;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * By what a verdict was made: another check, another tool, another Java or another containment may
 * come to another one.
 */
final class Version {
    /** The rooms of the tool in which verdicts are made. */
    private static final List<String> ROOMS = List.of("script", "run", "wire", "check");

    private final String tool;

    Version(String containment) {
        tool = tool() + System.getProperty("java.version") + containment;
    }

    String of(Exercise exercise, boolean hidden) {
        return Digest.of(
                        tool,
                        text(Asked.openly(exercise).check()),
                        hidden ? text(Asked.secretly(exercise).check()) : "")
                .shortened();
    }

    private static String text(Path check) {
        try {
            return Files.exists(check) ? Files.readString(check) : "";
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + check + ": " + e.getMessage());
        }
    }

    private static String tool() {
        try {
            Path ours = Path.of(
                    Story.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(ours)) return digest(ours);
            URI inside = URI.create("jar:" + ours.toUri());
            try (FileSystem jar = FileSystems.newFileSystem(inside, Map.of())) {
                return digest(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw Complaint.machine("cannot read the tool's own classes: " + e.getMessage());
        }
    }

    private static String digest(Path ours) throws IOException {
        MessageDigest sha = Digest.sha256();
        for (String room : ROOMS) {
            try (Stream<Path> classes = Files.list(ours.resolve("course").resolve(room))) {
                for (Path file : classes.sorted().toList()) sha.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
