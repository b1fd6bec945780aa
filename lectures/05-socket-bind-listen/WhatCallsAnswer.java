///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What the calls answer when they fail, by name
// In C a call answers -1, and why is in errno, a number with a name.
// Java and Python throw: here all three show the number's name. Linux.
// Slides: E-42a E-47b E-43d U-16b U-17d U-18b
// Claims: 51 53 55 58 59
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.*;

int AF_INET = 2, SOCK_STREAM = 1, SOCK_DGRAM = 2, SIZE = 16;
int NO_SIGNAL = 0x4000;
Map<Integer, String> NAMES = Map.of(22, "EINVAL", 32, "EPIPE",
    95, "EOPNOTSUPP", 97, "EAFNOSUPPORT", 98, "EADDRINUSE",
    99, "EADDRNOTAVAIL", 107, "ENOTCONN");

Arena memory = Arena.ofConfined();
Linker linker = Linker.nativeLinker();
MemorySegment errno =
    memory.allocate(Linker.Option.captureStateLayout());

void main() throws Throwable {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: elsewhere the numbers differ");
        return;
    }
    saw("socket of family 99", "EAFNOSUPPORT",
        answer("socket", 99, SOCK_STREAM, 0));
    int server = c("socket", AF_INET, SOCK_STREAM, 0);
    saw("accept before listen", "EINVAL",
        answer("accept", server, NULL, NULL));

    MemorySegment name = memory.allocate(SIZE); // port 0
    name.set(JAVA_SHORT, 0, (short) AF_INET);
    name.set(JAVA_INT, 4, c("inet_addr", string("192.0.2.1")));
    saw("bind to an address of nobody", "EADDRNOTAVAIL",
        answer("bind", server, name, SIZE));
    name.set(JAVA_INT, 4, c("inet_addr", string("127.0.0.1")));
    saw("bind to a free port", "0",
        answer("bind", server, name, SIZE));
    saw("bind once more", "EINVAL",
        answer("bind", server, name, SIZE));
    saw("listen", "0", answer("listen", server, 5));

    MemorySegment length = memory.allocateFrom(JAVA_INT, SIZE);
    c("getsockname", server, name, length);
    int second = c("socket", AF_INET, SOCK_STREAM, 0);
    saw("bind to a port that is taken", "EADDRINUSE",
        answer("bind", second, name, SIZE));
    int datagrams = c("socket", AF_INET, SOCK_DGRAM, 0);
    saw("listen for datagrams", "EOPNOTSUPP",
        answer("listen", datagrams, 5));

    MemorySegment text = string("hello");
    saw("recv on the listening socket", "ENOTCONN",
        answer("recv", server, text, 5L, 0));
    saw("send on it", "EPIPE",
        answer("send", server, text, 5L, NO_SIGNAL));

    // A new descriptor is the lowest free number: it may be 0.
    c("close", 0);
    saw("socket, when 0 is free", "0",
        answer("socket", AF_INET, SOCK_STREAM, 0));
}

String answer(String call, Object... arguments) throws Throwable {
    int answer = c(call, arguments);
    if (answer != -1) return String.valueOf(answer);
    int number = errno.get(JAVA_INT, 0);
    return NAMES.getOrDefault(number, "errno " + number);
}

// A function of the C library that answers with an int, or with what
// fits into one; its arguments tell their types.
@SuppressWarnings("restricted")
int c(String function, Object... arguments) throws Throwable {
    MemoryLayout[] types = Stream.of(arguments).map(a -> switch (a) {
        case Integer _ -> JAVA_INT;
        case Long _ -> JAVA_LONG;
        default -> ADDRESS;
    }).toArray(MemoryLayout[]::new);
    return (int) linker.downcallHandle(
            linker.defaultLookup().findOrThrow(function),
            FunctionDescriptor.of(JAVA_INT, types),
            Linker.Option.captureCallState("errno"))
        .bindTo(errno).invokeWithArguments(arguments);
}

MemorySegment string(String text) {
    return memory.allocateFrom(text);
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
