package course;

/** Keeps every core busy with something else, until it is closed. */
public final class Busy implements AutoCloseable {
    private volatile boolean over;

    public Busy() {
        for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
            Thread.ofPlatform().daemon().start(() -> {
                while (!over) Thread.onSpinWait();
            });
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
