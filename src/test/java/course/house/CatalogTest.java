package course.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import course.script.Course;
import course.script.Language;
import course.script.Program;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One alias per script, described as the script describes itself. */
@Tag("handout")
class CatalogTest {
    private static final Course COURSE = Course.find(Path.of(""));
    private static final Set<String> JBANG_COMMANDS =
            Set.of(
                    "run",
                    "build",
                    "init",
                    "edit",
                    "cache",
                    "export",
                    "jdk",
                    "config",
                    "trust",
                    "alias",
                    "template",
                    "catalog",
                    "app",
                    "completion",
                    "info",
                    "version",
                    "wrapper");

    private record Alias(String script, String description) {}

    @Test
    void everyScriptHasItsAliasAndEveryAliasItsScript() throws IOException {
        Map<String, Alias> expected = new TreeMap<>();
        for (Program p : COURSE.programs()) {
            if (p.language() != Language.JAVA) continue;
            String file = COURSE.root().relativize(p.file()).toString().replace('\\', '/');
            expected.put(p.name(), new Alias(file, p.description()));
        }
        assertEquals(expected, catalog(false));
    }

    @Test
    void theToolsHaveAliasesToo() throws IOException {
        Map<String, Alias> tools = catalog(true);
        assertTrue(tools.containsKey("course"), tools::toString);
        tools.forEach((name, alias) ->
                assertTrue(Files.exists(COURSE.root().resolve(alias.script())), name));
        tools.forEach((name, alias) -> assertTrue(!alias.description().isBlank(), name));
    }

    @Test
    void noAliasHidesBehindACommandOfJBang() throws IOException {
        for (String name : catalog(false).keySet())
            assertTrue(!JBANG_COMMANDS.contains(name), name);
    }

    @Test
    void everyTemplateIsDescribedAndHasItsFiles() throws IOException {
        JsonNode templates = root().get("templates");
        assertTrue(templates.has("exercise"), templates::toString);
        templates.properties().forEach(t -> {
            assertTrue(!t.getValue().get("description").asText().isBlank(), t.getKey());
            for (JsonNode part : t.getValue().get("file-refs")) {
                assertTrue(Files.exists(COURSE.root().resolve(part.asText())), part.asText());
            }
        });
    }

    private static JsonNode root() throws IOException {
        return new ObjectMapper().readTree(COURSE.root().resolve("jbang-catalog.json").toFile());
    }

    private static Map<String, Alias> catalog(boolean tools) throws IOException {
        JsonNode aliases = root().get("aliases");
        Map<String, Alias> found = new TreeMap<>();
        aliases.properties()
                .forEach(e -> {
                    Alias alias =
                            new Alias(
                                    e.getValue().get("script-ref").asText(),
                                    e.getValue().get("description").asText());
                    if (alias.script().startsWith("src/") == tools) found.put(e.getKey(), alias);
                });
        return found;
    }
}
