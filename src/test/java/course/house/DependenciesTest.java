package course.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Course;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/** The tool is started by JBang and tested by Maven; both must mean the same libraries. */
@Tag("handout")
class DependenciesTest {
    private static final Path ROOT = Course.find(Path.of("")).root();
    private static final Pattern DEPS = Pattern.compile("//DEPS ([^:]+:[^:]+):([^@\\s]+)(?:@pom)?");
    private static final Pattern POM =
            Pattern.compile(
                    "<dependency>\\s*(?:<!--[^>]*-->\\s*)?<groupId>([^<]+)</groupId>\\s*"
                            + "<artifactId>([^<]+)</artifactId>\\s*"
                            + "(?:<version>([^<]+)</version>)?\\s*"
                            + "(?:<type>pom</type>)?\\s*(?:<scope>(test|import)</scope>)?");

    @Test
    void theBootstrapsNameWhatThePomNames() throws IOException {
        Map<String, String> pom = new TreeMap<>();
        for (MatchResult d :
                POM.matcher(Files.readString(ROOT.resolve("pom.xml"))).results().toList()) {
            if ("test".equals(d.group(4))) continue;
            String version = d.group(3) != null ? d.group(3) : pom.get("org.junit:junit-bom");
            pom.put(d.group(1) + ":" + d.group(2), version);
        }
        assertEquals(pom, bootstraps());
    }

    private static Map<String, String> bootstraps() throws IOException {
        Map<String, String> named = new TreeMap<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("src/main/jbang"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                named.putAll(named(file));
            }
        }
        return named;
    }

    private static Map<String, String> named(Path bootstrap) throws IOException {
        return DEPS.matcher(Files.readString(bootstrap))
                .results()
                .collect(Collectors.toMap(d -> d.group(1), d -> d.group(2), (a, b) -> a,
                        TreeMap::new));
    }

    @Test
    void bothThatRenderMeanOneAsciidoctor() throws IOException {
        Map<String, String> site = named(ROOT.resolve("src/main/jbang/CourseSite.java"));
        Map<String, String> all = new TreeMap<>(named(
                ROOT.resolve("src/main/jbang/CourseClass.java")));
        all.keySet().retainAll(site.keySet());
        assertEquals(site, all);
    }

    /** The site is made by a program of its own, which brings Asciidoctor and nothing else. */
    @Test
    void whatMakesTheSiteNeedsOnlyAsciidoctor(@TempDir Path classes) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String room : List.of("script", "site")) {
            try (Stream<Path> files = Files.list(ROOT.resolve("src/main/java/course/" + room))) {
                sources.addAll(files.filter(f -> f.toString().endsWith(".java")).toList());
            }
        }
        String asciidoctor =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(jar -> Path.of(jar).getFileName().toString()
                                .startsWith("asciidoctorj"))
                        .collect(Collectors.joining(File.pathSeparator));
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-proc:none", "-cp", asciidoctor, "-d", classes.toString());
            var units = files.getJavaFileObjectsFromPaths(sources);
            assertTrue(
                    compiler.getTask(said, files, null, options, null, units).call(),
                    said::toString);
        }
    }

    @Test
    void bothLaunchersAndThePomThatFetchesItPinOneJBang() throws IOException {
        String version = "0\\.132\\.1";
        String sum = "f977075849cff866f45b27997f5671ab8a336a5dd3cf9e702b3479128338f3a7";
        String pom = Files.readString(ROOT.resolve("src/main/jbang/pom.xml"));
        assertTrue(pom.matches("(?s).*<jbang.version>" + version + "</jbang.version>.*"));
        for (String launcher : new String[] {"jbang", "jbang.cmd"}) {
            String text = Files.readString(ROOT.resolve(launcher));
            assertTrue(text.matches("(?s).*version=" + version + "\\b.*"), launcher);
            assertTrue(text.contains("sha256=" + sum), launcher);
        }
    }
}
