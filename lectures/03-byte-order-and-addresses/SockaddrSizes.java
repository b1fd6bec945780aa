///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION How long the address structures are, and what is where
// C's address structures, described for Java: names, widths, offsets.
// The C twin asks the compiler (sizeof, offsetof), and both print the
// same. Linux: other systems have other lengths.
// Slides: E-44a E-44b E-44d U-17c U-19d
// Claims: 49 50
import static java.lang.foreign.MemoryLayout.*;
import static java.lang.foreign.MemoryLayout.PathElement.*;
import static java.lang.foreign.ValueLayout.*;

// tag::sockaddr[]
final StructLayout SOCKADDR = structLayout(
    JAVA_SHORT.withName("sa_family"),
    bytes(14, "sa_data"));
// end::sockaddr[]
// tag::sockaddr_in[]
final StructLayout SOCKADDR_IN = structLayout(
    JAVA_SHORT.withName("sin_family"),
    JAVA_SHORT.withName("sin_port"),
    JAVA_INT.withName("sin_addr"),
    bytes(8, "sin_zero"));
// end::sockaddr_in[]
// tag::sockaddr_in6[]
final StructLayout SOCKADDR_IN6 = structLayout(
    JAVA_SHORT.withName("sin6_family"),
    JAVA_SHORT.withName("sin6_port"),
    JAVA_INT.withName("sin6_flowinfo"),
    bytes(16, "sin6_addr"),
    JAVA_INT.withName("sin6_scope_id"));
// end::sockaddr_in6[]
// tag::sockaddr_un[]
final StructLayout SOCKADDR_UN = structLayout(
    JAVA_SHORT.withName("sun_family"),
    bytes(108, "sun_path"));
// end::sockaddr_un[]
// Room for any of them, at an address that suits any of them.
final StructLayout SOCKADDR_STORAGE = structLayout(
    JAVA_SHORT.withName("ss_family"),
    paddingLayout(118), JAVA_LONG);
// tag::slide[]
final StructLayout ON_THE_SLIDE = structLayout(
    JAVA_SHORT.withName("sa_family"),
    sequenceLayout(14, JAVA_SHORT).withName("sa_data"));
// end::slide[]

void main() {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: elsewhere the lengths differ");
        return;
    }
    tell("sockaddr", 16, SOCKADDR);
    tell("sockaddr_in", 16, SOCKADDR_IN);
    tell("sockaddr_in6", 28, SOCKADDR_IN6);
    tell("sockaddr_un", 110, SOCKADDR_UN);
    tell("sockaddr_storage", 128, SOCKADDR_STORAGE);
    tell("sockaddr as on the slide", 30, ON_THE_SLIDE);

    var port = SOCKADDR_IN.select(groupElement("sin_port"));
    var address = SOCKADDR_IN.select(groupElement("sin_addr"));
    saw("16 bits of port and 32 of address", 6,
        port.byteSize() + address.byteSize());
}

MemoryLayout bytes(int count, String name) {
    return sequenceLayout(count, JAVA_BYTE).withName(name);
}

void tell(String what, long expected, StructLayout struct) {
    saw(what, expected, struct.byteSize());
    for (MemoryLayout field : struct.memberLayouts()) {
        if (field.name().isEmpty()) continue;
        String name = field.name().get();
        IO.println("  at %2d: %s, %d bytes".formatted(
            struct.byteOffset(groupElement(name)),
            name, field.byteSize()));
    }
}

void saw(String what, long expected, long seen) {
    IO.println("%s: expected %d bytes, saw %d".formatted(
        what, expected, seen));
    if (expected != seen) System.exit(1);
}
