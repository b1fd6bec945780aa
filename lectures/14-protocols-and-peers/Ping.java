///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION An echo request by ICMP, in C's calls, if permitted
// What ping does: an echo request of ICMP, straight on IP, without a
// port, to a machine and to no program. The system answers by itself.
// Not everybody may send one. Java has no class for it, so this asks
// the C library. Linux only: the rules are its own.
// Slides: U-10a P-07g E-31c
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import static java.lang.foreign.ValueLayout.*;
import static java.nio.charset.StandardCharsets.UTF_8;

// As Linux has them, in its headers of C.
final int AF_INET = 2, SOCK_DGRAM = 2, SOCK_RAW = 3, IPPROTO_ICMP = 1;
final int SOL_SOCKET = 1, SO_RCVTIMEO = 20, EPERM = 1, EACCES = 13;

final byte[] data = "is anybody there".getBytes(UTF_8);
final int id = (int) ProcessHandle.current().pid() & 0xffff;
final Arena memory = Arena.ofConfined();
final Linker linker = Linker.nativeLinker();
final MemorySegment errno =
    memory.allocate(Linker.Option.captureStateLayout());

void main() throws Throwable {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: elsewhere the rules differ");
        return;
    }
    ping("SOCK_DGRAM", SOCK_DGRAM);
    ping("SOCK_RAW", SOCK_RAW);
}

// tag::checksum[]
// The sum of all pairs of bytes, carries added below, turned over:
// RFC 1071. Over a message with its checksum, it is 0.
int checksum(ByteBuffer bytes) {
    int sum = 0;
    for (int i = bytes.position(); i < bytes.limit(); i += 2)
        sum += bytes.getChar(i);
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
    return ~sum & 0xffff;
}
// end::checksum[]

// tag::request[]
// Type 8, code 0, checksum, our number, 1, and what is to come back.
ByteBuffer request() {
    ByteBuffer bytes = ByteBuffer.allocate(8 + data.length)
        .put((byte) 8).put((byte) 0).putChar((char) 0)
        .putChar((char) id).putChar((char) 1).put(data).flip();
    return bytes.putChar(2, (char) checksum(bytes)); // <.>
}
// end::request[]

// A raw socket hears everybody's: only what has our number counts,
// which a datagram socket sees to.
ByteBuffer hear(int s, boolean raw) throws Throwable {
    MemorySegment room = memory.allocate(1500);
    for (int others = 0; others < 100; others++) {
        int n = must("recv", s, room, 1500L, 0);
        ByteBuffer packet = ByteBuffer.wrap(
            room.asSlice(0, n).toArray(JAVA_BYTE));
        packet.position(raw ? (packet.get(0) & 0xf) * 4 : 0); // <.>
        if (!raw || packet.getChar(packet.position() + 4) == id)
            return packet;
    }
    fail("recv", "nothing but other people's messages");
    return null;
}

// tag::ping[]
void ping(String name, int type) throws Throwable {
    int s = c("socket", AF_INET, type, IPPROTO_ICMP); // <.>
    int reason = errno.get(JAVA_INT, 0);
    if (s < 0 && (reason == EPERM || reason == EACCES)) {
        IO.println(name + ": not permitted to this user");
        return;
    }
    if (s < 0) fail("socket", strerror(reason));
    must("setsockopt", s, SOL_SOCKET, SO_RCVTIMEO,
        memory.allocateFrom(JAVA_LONG, 2, 0), 16);
    MemorySegment here = memory.allocate(16); // <.>
    here.set(JAVA_SHORT, 0, (short) AF_INET);
    here.asSlice(4).copyFrom(MemorySegment.ofArray(
        new byte[] {127, 0, 0, 1}));
    boolean raw = type == SOCK_RAW;
    byte[] message = request().array();
    must("sendto", s, memory.allocateFrom(JAVA_BYTE, message),
        (long) message.length, 0, here, 16);
    IO.println(name);
    ByteBuffer answer = hear(s, raw);
    if (raw) {
        saw("we hear our own request, type", 8,
            answer.get(answer.position())); // <.>
        answer = hear(s, raw);
    }
    int start = answer.position();
    saw("the answer's type", 0, answer.get(start));
    saw("bytes of IP before it", raw ? 20 : 0, start);
    saw("its sum", 0, checksum(answer));
    boolean same = answer.position(start + 8)
        .equals(ByteBuffer.wrap(data));
    saw("bytes of ours in it", data.length, same ? data.length : 0);
    must("close", s);
}
// end::ping[]

void saw(String what, int expected, int seen) {
    IO.println("  %s: expected %d, saw %d".formatted(
        what, expected, seen));
    if (expected != seen) System.exit(1);
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
