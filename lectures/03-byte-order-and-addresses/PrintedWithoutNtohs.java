///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Which port a server prints that has forgotten ntohs
// The slides' forking server asks who has called, with getpeername, and
// prints the port as it lies in the structure. Linux.
// Slides: E-26c E-65a
// Claims: 47
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.*;
import static java.nio.ByteOrder.*;

// As <sys/socket.h> and <netinet/in.h> have it on Linux.
final int AF_INET = 2, SOCK_STREAM = 1, SIZE = 16, SIN_PORT = 2;
final int INADDR_LOOPBACK = 0x7f000001;
final boolean little = nativeOrder() == LITTLE_ENDIAN;
final Arena memory = Arena.ofConfined();

void main() throws Throwable {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: elsewhere the numbers differ");
        return;
    }
    MemorySegment name = memory.allocate(SIZE, 4);
    name.set(JAVA_SHORT, 0, (short) AF_INET);
    name.set(JAVA_INT, 4, c("htonl", INADDR_LOOPBACK));
    MemorySegment length = memory.allocateFrom(JAVA_INT, SIZE);
    int server = c("socket", AF_INET, SOCK_STREAM, 0);
    c("bind", server, name, SIZE);
    c("listen", server, 5);
    c("getsockname", server, name, length);
    int client = c("socket", AF_INET, SOCK_STREAM, 0);
    c("connect", client, name, SIZE);
    int msgsock = c("accept", server, NULL, NULL);

    MemorySegment own = memory.allocate(SIZE, 4);
    c("getsockname", client, own, length);
    int port = ntohs(own.get(JAVA_SHORT, SIN_PORT));
    IO.println("the client has port " + port);

    MemorySegment addr = memory.allocate(SIZE, 4);
    c("getpeername", msgsock, addr, length);
    // tag::print[]
    int right = ntohs(addr.get(JAVA_SHORT, SIN_PORT));
    int wrong = addr.get(JAVA_SHORT, SIN_PORT) & 0xffff;
    IO.println("with ntohs it is port " + right);
    IO.println("without, it is port " + wrong);
    // end::print[]
    saw("ntohs tells the truth", "yes", right == port ? "yes" : "no");
    saw("the other is its bytes turned round", "yes",
        wrong == printed(port) ? "yes" : "no");

    for (int p : new int[] {1234, 5115, 48986}) {
        int turned = (p & 0xff) << 8 | p >> 8;
        saw(p + " would be printed as",
            "" + (little ? turned : p), "" + printed(p));
    }
    for (int socket : new int[] {msgsock, client, server})
        c("close", socket);
}

int ntohs(short network) throws Throwable {
    return c("ntohs", network) & 0xffff;
}

// A port as it lies in sin_port, and read without ntohs.
int printed(int port) throws Throwable {
    return c("htons", (short) port) & 0xffff;
}

// A function of the C library that answers with an int, or with what
// fits into one; its arguments tell their types.
@SuppressWarnings("restricted")
int c(String function, Object... arguments) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MemoryLayout[] types = Stream.of(arguments).map(a -> switch (a) {
        case Short _ -> JAVA_SHORT;
        case Integer _ -> JAVA_INT;
        default -> ADDRESS;
    }).toArray(MemoryLayout[]::new);
    int answer = (int) linker.downcallHandle(
            linker.defaultLookup().findOrThrow(function),
            FunctionDescriptor.of(JAVA_INT, types))
        .invokeWithArguments(arguments);
    if (answer != -1) return answer;
    System.err.println(function + ": failed");
    System.exit(1);
    return answer;
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
