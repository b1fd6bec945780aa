package course.live;

import java.time.Duration;

/** The usual limits, but for one of them, which is so low that a test meets it. */
final class TightLimits {
    private static final Limits USUAL = Limits.USUAL;

    private TightLimits() {}

    static Limits room(long all, int files, int partials) {
        return new Limits(USUAL.bundle(), all, files, partials, USUAL.uploads(), USUAL.queue(),
                USUAL.patience(), USUAL.keeps(), USUAL.perBundle(), USUAL.perAddress());
    }

    static Limits uploads(int uploads, Duration queue) {
        return new Limits(USUAL.bundle(), USUAL.all(), USUAL.files(), USUAL.partials(), uploads,
                queue, USUAL.patience(), USUAL.keeps(), USUAL.perBundle(), USUAL.perAddress());
    }

    static Limits patience(Duration patience) {
        return new Limits(USUAL.bundle(), USUAL.all(), USUAL.files(), USUAL.partials(),
                USUAL.uploads(), USUAL.queue(), patience, USUAL.keeps(), USUAL.perBundle(),
                USUAL.perAddress());
    }

    static Limits keeps(Duration keeps) {
        return new Limits(USUAL.bundle(), USUAL.all(), USUAL.files(), USUAL.partials(),
                USUAL.uploads(), USUAL.queue(), USUAL.patience(), keeps, USUAL.perBundle(),
                USUAL.perAddress());
    }

    static Limits rates(int perBundle, int perAddress) {
        return new Limits(USUAL.bundle(), USUAL.all(), USUAL.files(), USUAL.partials(),
                USUAL.uploads(), USUAL.queue(), USUAL.patience(), USUAL.keeps(), perBundle,
                perAddress);
    }
}
