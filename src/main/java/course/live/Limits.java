package course.live;

import java.time.Duration;

/**
 * How much the inbox takes: more than a class needs, less than would hurt its server.
 *
 * @param bundle the bytes of one
 * @param all the bytes of all that is in the folder
 * @param files how many bundles; an intake looks at no more than 20 000 files
 * @param partials how many bundles that are not whole yet
 * @param uploads how many at a time; others wait
 * @param queue for how long they wait
 * @param patience in which a client has to send its bytes
 * @param keeps for how long a bundle that is not whole can be gone on with
 * @param perBundle how many requests a minute. A client that hands in makes two, and a dozen where
 *     the network is bad: this ends loops, and nobody suffers by somebody else's
 * @param perAddress how many requests a minute. A whole class may come from one address, and all of
 *     it in the last minute, so this is far more than fair for one: it ends floods
 */
record Limits(int bundle, long all, int files, int partials, int uploads, Duration queue,
        Duration patience, Duration keeps, int perBundle, int perAddress) {
    static final Limits USUAL = new Limits(1 << 20, 1L << 30, 10_000, 2_000, 512,
            Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofDays(1), 60, 6_000);
}
