package course.check;

import course.wire.Host;
import course.wire.Post;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of an exercise. It may take a {@link Server}, the student's program listening on a port of
 * its own; a {@link Program}, to start it in other ways; a {@link Host} or a {@link Post} for the
 * program to call; and {@link Names}, the data of this run.
 */
@Test
@ExtendWith(UnderTest.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Check {
    int points();

    /** What the program should do, so that "the program …" may stand before it. */
    String title();

    /** Where to look, if it does not. */
    String hint();

    /** The lecture that explains it, {@code NN-topic}. */
    String lecture();

    /** The tests without which this one says nothing: it is skipped if one of them fails. */
    String[] after() default {};

    /** Whether its server must be one that nobody has called: it remembers its clients. */
    boolean fresh() default false;

    /** How much of a failure the student may see. */
    Disclosure shows() default Disclosure.FULL;
}
