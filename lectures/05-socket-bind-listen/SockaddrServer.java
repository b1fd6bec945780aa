///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The simple server in C's own calls, from Java
// The simple server as the slides' C has it, call by call: Java asks
// the C library itself, on a sockaddr_in filled field by field. Linux.
// SockaddrServer [PORT [ADDRESS]]
// Slides: E-43a E-43c E-47a E-48a E-50a U-17a P-12b
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.*;
import static java.nio.charset.StandardCharsets.UTF_8;

// As <sys/socket.h> and <netinet/in.h> have it on Linux.
final int AF_INET = 2, SOCK_STREAM = 1;
final int SOL_SOCKET = 1, SO_REUSEADDR = 2;
final int SIN_FAMILY = 0, SIN_PORT = 2, SIN_ADDR = 4, SIZE = 16;

final Arena memory = Arena.ofConfined();
final Linker linker = Linker.nativeLinker();
final MemorySegment errno =
    memory.allocate(Linker.Option.captureStateLayout());

void main(String... args) throws Throwable {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: elsewhere the numbers differ");
        return;
    }
    int port = portOf(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";

    // tag::sockaddr[]
    MemorySegment name = memory.allocate(SIZE); // <.>
    name.set(JAVA_SHORT, SIN_FAMILY, (short) AF_INET); // <.>
    short network = (short) c("htons", (short) port);
    name.set(JAVA_SHORT, SIN_PORT, network); // <.>
    MemorySegment text = memory.allocateFrom(address);
    if (c("inet_pton", AF_INET, text, name.asSlice(SIN_ADDR)) != 1)
        fail("inet_pton", "not an IPv4 address");
    // end::sockaddr[]

    // tag::socket[]
    int server = must("socket", AF_INET, SOCK_STREAM, 0);
    // end::socket[]
    // tag::bind[]
    MemorySegment yes = memory.allocateFrom(JAVA_INT, 1);
    must("setsockopt", server, SOL_SOCKET, SO_REUSEADDR, yes, 4);
    must("bind", server, name, SIZE);
    // end::bind[]
    // tag::listen[]
    must("listen", server, 5);
    // end::listen[]

    // tag::getsockname[]
    MemorySegment length = memory.allocateFrom(JAVA_INT, SIZE);
    must("getsockname", server, name, length);
    port = c("ntohs", name.get(JAVA_SHORT, SIN_PORT)) & 0xffff;
    IO.println("listening on " + address + " port " + port);
    // end::getsockname[]

    // tag::accept[]
    int client = must("accept", server, NULL, NULL);
    // end::accept[]
    MemorySegment message = memory.allocate(512);
    long got = 0;
    int n = 1;
    while (n > 0 && got < 512) {
        n = must("read", client, message.asSlice(got), 512 - got);
        got += n;
    }
    if (got == 0) fail("read", "the client said nothing");
    byte[] heard = message.asSlice(0, got).toArray(JAVA_BYTE);
    IO.println("from client: " + new String(heard, UTF_8));

    MemorySegment reply = memory.allocateFrom("back to ya client");
    for (long sent = 0; sent < 17; sent += n)
        n = must("write", client, reply.asSlice(sent), 17 - sent);
    must("close", client);
    must("close", server);
}

// -1 is how C says no; errno is a number, and strerror has its text.
int must(String call, Object... arguments) throws Throwable {
    int answer = c(call, arguments);
    if (answer == -1) fail(call, strerror(errno.get(JAVA_INT, 0)));
    return answer;
}

// A function of the C library that answers with an int, or with what
// fits into one; its arguments tell their types.
@SuppressWarnings("restricted")
int c(String function, Object... arguments) throws Throwable {
    MemoryLayout[] types = Stream.of(arguments).map(a -> switch (a) {
        case Short _ -> JAVA_SHORT;
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

@SuppressWarnings("restricted")
String strerror(int number) throws Throwable {
    MemorySegment text = (MemorySegment) linker.downcallHandle(
            linker.defaultLookup().findOrThrow("strerror"),
            FunctionDescriptor.of(ADDRESS, JAVA_INT))
        .invokeExact(number);
    return text.reinterpret(Long.MAX_VALUE).getString(0);
}

void fail(String call, String reason) {
    System.err.println(call + ": " + reason);
    System.exit(1);
}

int portOf(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println(
            "port: '" + text + "' is not a number from 0 to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}
