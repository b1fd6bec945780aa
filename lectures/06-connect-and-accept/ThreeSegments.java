///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION How many segments does a connect exchange? We count
// The handshake is invisible to the programs: connect is one call.
// Linux counts for each socket, and C can ask (TCP_INFO). Java cannot,
// so here Java calls the C library itself. Linux only.
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
// Slides: K-07c R-11b U-24b U-27d
// Claims: 63
import static java.lang.foreign.ValueLayout.*;

import java.lang.foreign.*;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;

static final int AF_INET = 2, SOCK_STREAM = 1;
static final int IPPROTO_TCP = 6, TCP_INFO = 11;
static final int SEGS_OUT = 136, SEGS_IN = 140;

final Arena memory = Arena.ofAuto();

void main() throws Throwable {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only Linux counts segments for each socket");
        return;
    }
    MemorySegment name = memory.allocate(16, 4);
    name.set(JAVA_SHORT, 0, (short) AF_INET);
    name.set(JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN), 4, 0x7f000001);
    MemorySegment size = memory.allocateFrom(JAVA_INT, 16);
    int server = c("socket", AF_INET, SOCK_STREAM, 0);
    c("bind", server, name, 16);
    c("listen", server, 5);
    c("getsockname", server, name, size);

    int client = c("socket", AF_INET, SOCK_STREAM, 0);
    saw("after socket", "0 sent, 0 received", segments(client));
    c("connect", client, name, 16);
    saw("after connect", "2 sent, 1 received", segments(client));
    c("accept", server, MemorySegment.NULL, MemorySegment.NULL);
    saw("after accept", "2 sent, 1 received", segments(client));
}

String segments(int socket) throws Throwable {
    MemorySegment info = memory.allocate(256, 8);
    MemorySegment size = memory.allocateFrom(JAVA_INT, 256);
    c("getsockopt", socket, IPPROTO_TCP, TCP_INFO, info, size);
    return info.get(JAVA_INT, SEGS_OUT) + " sent, "
        + info.get(JAVA_INT, SEGS_IN) + " received";
}

// Calls a function of the C library with ints and pointers.
@SuppressWarnings("restricted")
int c(String name, Object... arguments) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MemoryLayout[] types = Stream.of(arguments)
        .map(a -> a instanceof Integer ? JAVA_INT : ADDRESS)
        .toArray(MemoryLayout[]::new);
    MethodHandle function = linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(JAVA_INT, types));
    int result = (int) function.invokeWithArguments(arguments);
    if (result >= 0) return result;
    throw new IOException(name + " failed");
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
