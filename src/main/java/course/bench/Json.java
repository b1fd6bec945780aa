package course.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The results for another program: every round of every number. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static String of(Results results) {
        ObjectNode all = MAPPER.createObjectNode();
        all.put("date", results.machine().date().toString());
        results.machine().parts().forEach(all.putArray("machine")::add);
        all.put("rounds", results.plan().rounds());
        all.put("secondsPerNumber", results.plan().time().toMillis() / 1000.0);
        ArrayNode rungs = all.putArray("rungs");
        results.findings().forEach((rung, found) -> {
            ObjectNode one = rungs.addObject();
            one.put("name", rung.name()).put("language", rung.language().option());
            found.all().forEach((measure, finding) -> {
                ObjectNode told = one.putObject(measure.name());
                if (finding.found()) {
                    told.put("median", finding.median());
                    finding.rounds().forEach(told.putArray("rounds")::add);
                } else {
                    told.put("why", finding.why().orElseThrow());
                }
            });
        });
        return all.toPrettyString();
    }
}
