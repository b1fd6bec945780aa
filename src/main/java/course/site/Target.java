package course.site;

import course.script.Complaint;
import course.script.Course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that a site goes to: absent, empty, or a site of ours; nobody's thesis. */
record Target(Path dir) {
    /** Says that a folder is ours to replace. */
    private static final String MARK = ".course-site";

    static Target at(Path dir) {
        Path absolute = dir.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.exists(absolute.resolve(MARK)) && !empty(absolute)) {
            throw Complaint.usage(
                    Course.shown(dir)
                            + " holds something that is not a site of ours: not replaced");
        }
        return new Target(absolute);
    }

    private static boolean empty(Path dir) {
        if (!Files.isDirectory(dir)) return false;
        try (Stream<Path> inside = Files.list(dir)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw Main.cannot("list", dir, e);
        }
    }

    /** The new site is whole before the old one goes. */
    void replace(Map<String, String> files) {
        try {
            Files.createDirectories(dir.getParent());
            Path fresh = Files.createTempDirectory(dir.getParent(), "site-new-");
            fill(fresh, files);
            Path old = Files.createTempDirectory(dir.getParent(), "site-old-");
            if (Files.exists(dir)) Files.move(dir, old.resolve("site"));
            Files.move(fresh, dir);
            delete(old);
        } catch (IOException e) {
            throw Main.cannot("write", dir, e);
        }
    }

    private static void fill(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.writeString(to, file.getValue());
        }
        Path assets = Files.createDirectories(folder.resolve("assets"));
        for (String name : Template.ASSETS) {
            Files.write(assets.resolve(name), Template.resource(name));
        }
        Files.createFile(folder.resolve(MARK));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
        }
    }
}
