package course.live;

import course.submit.Manifest;
import course.submit.Manifest.Work;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A bundle that is in the folder for good.
 *
 * @param at when it was here
 * @param code that names it on the receipt
 */
record Kept(int bytes, Instant at, String code, Manifest manifest) {
    /** A client shows a dozen lines. */
    private static final int MOST_LINES = 8;

    /** In the words of {@code course submit}. */
    String receipt() {
        List<Work> works = manifest.works();
        StringBuilder receipt = new StringBuilder("Received %s from %s:\n"
                .formatted(at, String.join(", ", manifest.students())));
        works.stream().limit(MOST_LINES).forEach(w -> receipt.append("  %s  %s  %d bytes  %s\n"
                .formatted(w.exercise(), w.file(), w.bytes(), marks(w))));
        if (works.size() > MOST_LINES) {
            receipt.append("  and %d more\n".formatted(works.size() - MOST_LINES));
        }
        return receipt.append("Receipt: ").append(code).append('\n').toString();
    }

    private static String marks(Work work) {
        return work.open().map(o -> o.score() + " of " + o.max() + " points").orElse("not checked");
    }

    /** One for each program and each who made it. */
    List<Arrival> arrivals() {
        return manifest.works().stream()
                .flatMap(w -> manifest.students().stream()
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .distinct()
                        .map(id -> new Arrival(id, w.exercise(), at, manifest.time(), open(w),
                                code)))
                .toList();
    }

    private static String open(Work work) {
        return work.open().map(o -> o.score() + " of " + o.max()).orElse("not checked");
    }

    /** For the log. */
    String line() {
        return "%s: %s, %d bytes, %s".formatted(
                String.join(", ", manifest.students()),
                manifest.works().stream()
                        .limit(MOST_LINES)
                        .map(w -> w.exercise() + " " + open(w))
                        .collect(Collectors.joining(", ")),
                bytes, code);
    }
}
