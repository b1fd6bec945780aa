package course.bench;

import course.run.Ready;
import course.run.Workshop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measures all rungs, round by round: whatever disturbs the machine disturbs each alike. */
public final class Ladder {
    /** Ours start quickly and then run slowly; these run as they would for anybody. */
    private static final String[] AS_USUAL =
            {"-XX:TieredStopAtLevel=4", "-XX:CompileThresholdScaling=1"};

    private final Workshop workshop;
    private final Plan plan;
    private final Consumer<String> progress;

    /** @param progress is told what is being done */
    public Ladder(Workshop workshop, Plan plan, Consumer<String> progress) {
        this.workshop = workshop;
        this.plan = plan;
        this.progress = progress;
    }

    public Results measure(List<Rung> rungs) {
        Map<Rung, Ready> ready = new LinkedHashMap<>();
        for (Rung rung : rungs) ready.put(rung, workshop.prepare(rung.file(), AS_USUAL));
        Map<Rung, Findings> findings = new LinkedHashMap<>();
        for (Rung rung : rungs) findings.put(rung, new Findings());
        OpenFiles files = OpenFiles.here();
        for (int round = 0; round < plan.rounds(); round++) {
            List<Rung> order = new ArrayList<>(rungs);
            Collections.rotate(order, -round * Math.ceilDiv(rungs.size(), plan.rounds()));
            for (Rung rung : order) {
                String where = "round " + (round + 1) + " of " + plan.rounds() + ": "
                        + rung.file().getFileName() + ": ";
                try (Visit visit = new Visit(ready.get(rung), plan, files,
                        what -> progress.accept(where + what))) {
                    findings.get(rung).add(visit.measure());
                }
            }
        }
        return new Results(plan, findings, Machine.here());
    }
}
