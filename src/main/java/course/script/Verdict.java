package course.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What putting a claim of the slides to the test showed. */
public enum Verdict {
    TRUE("true"),
    FALSE("false"),
    PARTLY("partly true"),
    DEPENDS("depends on the system"),
    UNTESTABLE("not testable");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As the tables and the texts name it: {@code partly}. */
    public static Optional<Verdict> of(String id) {
        return Arrays.stream(values()).filter(v -> v.id().equals(id)).findFirst();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }
}
