package course.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import course.Busy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the programs of the lectures depend on the machine's mood: {@code mvn verify -Pflake}
 * runs their socket tests two hundred times, while every core is kept busy by something else.
 */
@Tag("flake")
class FlakeTest {
    private static final int ROUNDS = Integer.getInteger("course.flake.rounds", 200);

    @Test
    void theSocketsOfTheLecturesOnABusyMachine() {
        List<String> wrong = new ArrayList<>();
        try (Busy _ = new Busy()) {
            for (int round = 1; round <= ROUNDS; round++) {
                SummaryGeneratingListener summary = new SummaryGeneratingListener();
                LauncherFactory.create().execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectPackage("course.lectures"))
                                .filters(includeClassNamePatterns(".*Test"))
                                .build(),
                        summary);
                int inRound = round;
                summary.getSummary().getFailures().forEach(f -> wrong.add("round " + inRound + ", "
                        + f.getTestIdentifier().getUniqueId() + ": " + f.getException()));
                IO.println(round + " of " + ROUNDS + " rounds of "
                        + summary.getSummary().getTestsSucceededCount() + " tests, "
                        + wrong.size() + " failures");
            }
        }
        assertEquals(List.of(), wrong);
    }
}
