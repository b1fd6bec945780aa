///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A length that is told on the way in, and out
// getsockname is told how much room there is, and tells how much there
// was to say. Forget to set the length, and it may say nothing, and
// call that a success. Java's getLocalPort has no such corner. Linux.
// Slides: E-48a E-50a
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import static java.lang.foreign.ValueLayout.*;

int AF_INET = 2, SOCK_STREAM = 1, SIN_PORT = 2, SIZE = 16;

Arena memory = Arena.ofConfined();

void main() throws Throwable {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: elsewhere the numbers differ");
        return;
    }
    int server = c("socket", AF_INET, SOCK_STREAM, 0);
    // All zeros is any port, at any address.
    MemorySegment any = memory.allocate(SIZE);
    any.set(JAVA_SHORT, 0, (short) AF_INET);
    saw("bind with a length of 6", -1, c("bind", server, any, 6));
    saw("bind with a length of 16", 0, c("bind", server, any, SIZE));

    for (int room : List.of(SIZE, 0)) {
        MemorySegment name = memory.allocate(SIZE);
        MemorySegment length = memory.allocateFrom(JAVA_INT, room);
        saw("getsockname, length " + room, 0,
            c("getsockname", server, name, length));
        saw("the length afterwards", SIZE, length.get(JAVA_INT, 0));
        boolean told = name.get(JAVA_SHORT, SIN_PORT) != 0;
        saw("ports told", room == 0 ? 0 : 1, told ? 1 : 0);
    }
    c("close", server);
}

// A function of the C library that answers with an int; its arguments
// tell their types.
@SuppressWarnings("restricted")
int c(String function, Object... arguments) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MemoryLayout[] types = Stream.of(arguments)
        .map(a -> a instanceof Integer ? JAVA_INT : ADDRESS)
        .toArray(MemoryLayout[]::new);
    return (int) linker.downcallHandle(
            linker.defaultLookup().findOrThrow(function),
            FunctionDescriptor.of(JAVA_INT, types))
        .invokeWithArguments(arguments);
}

void saw(String what, int expected, int seen) {
    IO.println("%s: expected %d, saw %d".formatted(
        what, expected, seen));
    if (expected != seen) System.exit(1);
}
