package course.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.script.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A new exercise with all its parts, as the catalog lists them for {@code jbang init -t exercise}.
 * JBang can put them into folders of one name only; here they come into those of their lecture.
 */
public record Template(Course course, String name, String lecture) {
    /** The files made or grown, the briefs first. */
    public List<Path> make() {
        Map<Path, String> texts = new LinkedHashMap<>();
        try {
            JsonNode parts = new ObjectMapper()
                    .readTree(course.root().resolve("jbang-catalog.json").toFile())
                    .at("/templates/exercise/file-refs");
            for (Map.Entry<String, JsonNode> part : parts.properties()) {
                Path file = course.root().resolve(part.getKey().replace("{basename}", name)
                        .replace("/new/", "/" + lecture + "/"));
                texts.put(file, text(file, course.root().resolve(part.getValue().asText())));
            }
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Files.createDirectories(text.getKey().getParent());
                Draft.replace(text.getKey(), text.getValue());
            }
        } catch (IOException e) {
            throw Complaint.machine("cannot make " + name + ": " + e);
        }
        return List.copyOf(texts.keySet());
    }

    /** A page grows by a section; another file must not be there yet. */
    private String text(Path file, Path pattern) throws IOException {
        String text = Files.readString(pattern)
                .replace("{baseName}", name).replace("{lecture}", lecture);
        if (!Files.exists(file)) return text;
        if (!file.endsWith("README.adoc")) {
            throw Complaint.usage("there is a " + Course.shown(file) + " already");
        }
        if (Section.of(file, name).isPresent()) {
            throw Complaint.usage("there is a section " + name + " in " + Course.shown(file)
                    + " already");
        }
        return Files.readString(file).stripTrailing() + "\n\n"
                + text.substring(text.indexOf("== "));
    }
}
