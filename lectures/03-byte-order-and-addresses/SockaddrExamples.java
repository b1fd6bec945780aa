///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sixteen bytes filled rightly and wrongly, read by C
// The slides' examples of a filled sockaddr_in, as bytes. C's own
// getnameinfo is asked what it reads there; it sends nothing. Then the
// same with a conversion too few, and with one too many. Linux.
// Slides: E-26a E-26b E-45a E-45b E-45g
// Claims: 46
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import static java.lang.foreign.ValueLayout.*;
import static java.nio.ByteOrder.*;

// As <sys/socket.h> and <netdb.h> have it on Linux.
final int AF_INET = 2, SIZE = 16, TEXT = 64;
final int NI_NUMERICHOST = 1, NI_NUMERICSERV = 2, EAI_FAMILY = -6;
// Numbers that travel: the layout itself says in which order.
final OfShort NETWORK_SHORT = JAVA_SHORT.withOrder(BIG_ENDIAN);
final OfInt NETWORK_INT = JAVA_INT.withOrder(BIG_ENDIAN);
final boolean little = nativeOrder() == LITTLE_ENDIAN;
final Arena memory = Arena.ofConfined();

void main() throws Throwable {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: elsewhere the numbers differ");
        return;
    }
    MemorySegment name = memory.allocate(SIZE, 4);
    // tag::any[]
    name.set(JAVA_SHORT, 0, (short) AF_INET);
    name.set(NETWORK_SHORT, 2, (short) 0);
    name.set(NETWORK_INT, 4, 0); // INADDR_ANY
    // end::any[]
    readBack("example I", "0.0.0.0 and 0", name);

    // tag::one[]
    name.set(JAVA_SHORT, 0, (short) AF_INET);
    name.set(NETWORK_SHORT, 2, (short) 5115);
    MemorySegment text = memory.allocateFrom("127.59.69.7");
    int right = c("inet_pton", AF_INET, text, name.asSlice(4));
    // end::one[]
    if (right != 1) System.exit(1);
    readBack("example II", "127.59.69.7 and 5115", name);

    name.set(JAVA_SHORT, 2, (short) 5115);
    readBack("no htons for the port", little
        ? "127.59.69.7 and 64275" : "127.59.69.7 and 5115", name);
    name.set(NETWORK_SHORT, 2, (short) 5115);

    name.set(JAVA_INT, 4, 0x7f000001); // INADDR_LOOPBACK
    readBack("no htonl for the address", little
        ? "1.0.0.127 and 5115" : "127.0.0.1 and 5115", name);
    name.set(NETWORK_INT, 4, 0x7f000001);

    name.set(NETWORK_SHORT, 0, (short) AF_INET);
    readBack("htons for the family, too", little
        ? "no family of addresses" : "127.0.0.1 and 5115", name);

    for (String it : List.of("255.255.255.255", "no address")) {
        int address = c("inet_addr", memory.allocateFrom(it));
        saw("inet_addr of " + it, "4294967295",
            Integer.toUnsignedString(address));
    }
}

void readBack(String what, String expected, MemorySegment name)
        throws Throwable {
    IO.println(what + ": " + HexFormat.ofDelimiter(" ")
        .formatHex(name.toArray(JAVA_BYTE)));
    saw("  C reads", expected, asked(name));
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}

String asked(MemorySegment name) throws Throwable {
    MemorySegment host = memory.allocate(TEXT);
    MemorySegment service = memory.allocate(TEXT);
    int wrong = c("getnameinfo", name, SIZE, host, TEXT,
        service, TEXT, NI_NUMERICHOST | NI_NUMERICSERV);
    if (wrong == EAI_FAMILY) return "no family of addresses";
    if (wrong != 0) return "error " + wrong;
    return host.getString(0) + " and " + service.getString(0);
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
