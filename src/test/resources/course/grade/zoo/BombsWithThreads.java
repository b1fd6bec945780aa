// Tries: to start 1500 threads that sleep.
// Solves: GreetingServer
// Marks: 0
// Must not: get so many, and leave none behind.
void main() {
    int threads = 0;
    try {
        for (; threads < 1500; threads++) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    Thread.sleep(20_000);
                } catch (InterruptedException e) {
                    // ends
                }
            });
        }
        IO.println("ESCAPED: " + threads + " threads");
    } catch (OutOfMemoryError e) {
        IO.println("no more");
    }
    System.exit(5);
}
