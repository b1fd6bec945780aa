// Tries: to keep 400 megabytes of objects and 400 outside the heap.
// Solves: GreetingServer
// Marks: 0
// Must not: get so much.
void main() {
    List<Object> kept = new ArrayList<>();
    int got = 0;
    try {
        for (; got < 400; got++) kept.add(java.nio.ByteBuffer.allocateDirect(1 << 20));
    } catch (OutOfMemoryError e) {
        // held
    }
    try {
        for (; got < 800; got++) kept.add(new byte[1 << 20]);
        IO.println("ESCAPED: 800 megabytes");
    } catch (OutOfMemoryError e) {
        kept.clear();
        IO.println("no more");
    }
    System.exit(5);
}
