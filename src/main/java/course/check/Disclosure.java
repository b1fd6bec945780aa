package course.check;

import course.wire.Story;
import java.util.Optional;

/**
 * How much of a failed test its author shows to the student. It is applied where a result is made,
 * so that no format can tell more than another.
 */
public enum Disclosure {
    /** The whole story. */
    FULL,
    /** What the program did, but neither what was done to it nor what was expected of it. */
    ACTUAL,
    /** The hint, and the name of the mistake, but no story. */
    HINT,
    /** That it failed. */
    NONE;

    Optional<Story> of(Story story) {
        return switch (this) {
            case FULL -> Optional.of(story);
            case ACTUAL -> Optional.of(story.asTheProgramSawIt());
            case HINT, NONE -> Optional.empty();
        };
    }

    /** Of a hidden check, whatever its author forgot to say. */
    Disclosure ofHidden() {
        return this == NONE ? NONE : HINT;
    }

    boolean givesHints() {
        return this != NONE;
    }
}
