package course.check;

import course.script.Complaint;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that an exercise promises to whoever works on it, or to whoever marks it.
 *
 * @param name what is so if it is kept
 * @param breaches looks, which may mean to run programs
 */
public record Law(String exercise, String name, Supplier<List<Breach>> breaches) {
    /**
     * What came of looking.
     *
     * @param trouble why one could not look, e.g. for want of a C compiler
     */
    public record Proof(Law law, List<Breach> breaches, Optional<String> trouble) {}

    Proof prove() {
        try {
            return new Proof(this, breaches.get(), Optional.empty());
        } catch (Complaint c) {
            return new Proof(this, List.of(), Optional.of(c.getMessage()));
        }
    }

    @Override
    public String toString() {
        return exercise + ": " + name;
    }
}
