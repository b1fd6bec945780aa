package course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import course.Needs;
import course.check.Report.Status;
import course.grade.Zoo.Animal;
import course.run.Containment;
import course.run.PrivateNetwork;
import course.run.Tool;
import course.script.Course;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The grader meets those who mean harm: each gets the marks that it earns, and nothing else. What
 * is reported of them stands in zoo.json, which is written anew with {@code -Dcourse.zoo=record}.
 */
@Isolated // they eat what the other tests need
class ZooTest {
    private static final Path GOLDEN = Zoo.ANIMALS.resolveSibling("zoo.json");

    private static final int LONGEST = 80;

    @TempDir Path folder;

    @BeforeAll
    static void containsThem() {
        if (!Containment.here().holds() || !PrivateNetwork.permitted()) {
            Needs.missing("programs cannot be contained here");
        }
        Needs.tool(Tool.CC);
        Needs.tool(Tool.PYTHON);
    }

    @Test
    void eachIsContained() throws Exception {
        List<Animal> animals = Zoo.animals();
        assertTrue(animals.size() >= 25, animals::toString);
        try (Zoo zoo = new Zoo(folder.toRealPath())) {
            zoo.letLoose(animals);
            zoo.grade(zoo.out("reports"), 2);
            zoo.assertUntouched();
            Map<String, Graded> graded = Zoo.graded(zoo.out("reports"));
            assertEquals(
                    animals.stream().collect(Collectors.toMap(Animal::student, Animal::marks)),
                    graded.values().stream().collect(Collectors.toMap(
                            g -> g.handed().student(), g -> g.outcome().score())));
            assertGolden(told(zoo, graded));
        }
    }

    private static String told(Zoo zoo, Map<String, Graded> graded) throws IOException {
        ObjectNode all = Json.object();
        for (Graded g : graded.values()) {
            ObjectNode node = all.putObject(g.handed().student());
            node.put("exercise", g.handed().exercise());
            node.put("marks", g.outcome().score() + " of " + g.outcome().max());
            ArrayNode trouble = node.putArray("trouble");
            zoo.timeless(g.outcome().trouble().orElse("")).lines()
                    .filter(l -> trouble.isEmpty() || isItsOwn(l))
                    .forEach(l -> trouble.add(l.substring(0, Math.min(l.length(), LONGEST))));
            ObjectNode tests = node.putObject("tests");
            for (Outcome.Test test : g.outcome().tests()) {
                if (test.status() == Status.NOT_RUN) continue;
                tests.put(test.name(), test.points() + "/" + test.max() + " " + test.status());
            }
        }
        return Json.pretty(all);
    }

    /** And none of its virtual machine's, which has other words in each version. */
    private static boolean isItsOwn(String line) {
        return line.startsWith("stdout: ") && !line.contains("[warning]");
    }

    private static void assertGolden(String told) throws IOException {
        if ("record".equals(System.getProperty("course.zoo"))) Files.writeString(GOLDEN, told);
        assertEquals(Files.readString(GOLDEN), told, () -> "if that is right, record "
                + Course.shown(GOLDEN) + " anew with -Dcourse.zoo=record");
    }
}
