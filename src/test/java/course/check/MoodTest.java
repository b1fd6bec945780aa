package course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import course.Busy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a verdict depends on the machine's mood: {@code mvn verify -Pflake} checks solutions and
 * attempts a thousand times, in a random order, while every core is kept busy by something else. No
 * verdict may be another than the one that stands in the header.
 */
@Tag("flake")
class MoodTest {
    private static final int CHECKS = Integer.getInteger("course.flake.checks", 1000);
    private static final int TOLD_AFTER = 50;

    private final List<String> wrong = new ArrayList<>();
    private int done;

    @Test
    void aThousandVerdictsOnABusyMachine() throws Exception {
        try (Busy _ = new Busy()) {
            Proving.tell(CHECKS, this::hear);
        }
        assertEquals(CHECKS, done);
        assertEquals(List.of(), wrong);
    }

    private void hear(Proving.Told told) {
        wrong.addAll(told.breaches());
        if (!told.trouble().isEmpty()) wrong.add(told.law() + ": " + told.trouble());
        if (++done % TOLD_AFTER == 0) IO.println(done + " checks, " + wrong.size() + " wrong");
    }
}
