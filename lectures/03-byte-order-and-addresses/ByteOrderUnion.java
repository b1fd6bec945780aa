///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One number and its four bytes: what is c[0]?
// A union is one piece of memory with two names: here a number of 32
// bits, and four bytes. Write the one and read the other, and you see
// in which order this machine keeps the bytes of a number.
// Slides: E-27a E-27b E-27c E-27d
import static java.lang.foreign.MemoryLayout.PathElement.*;
import static java.lang.foreign.ValueLayout.*;
import static java.nio.ByteOrder.*;

// tag::union[]
final UnionLayout UN = MemoryLayout.unionLayout(
    JAVA_INT.withName("addr"),
    MemoryLayout.sequenceLayout(4, JAVA_BYTE).withName("c"));
final VarHandle ADDR = UN.varHandle(groupElement("addr"));
final VarHandle C =
    UN.varHandle(groupElement("c"), sequenceElement());
// end::union[]

final boolean little = nativeOrder() == LITTLE_ENDIAN;
final MemorySegment un = Arena.ofAuto().allocate(UN);

void main() {
    IO.println("this machine is "
        + (little ? "little" : "big") + " endian");

    // tag::question[]
    ADDR.set(un, 0L, 0x8002c25f); // 128.2.194.95
    // end::question[]
    saw("c[0] to c[3]",
        little ? "95 194 2 128" : "128 2 194 95", bytes(0xff));
    // A byte of Java has a sign, as plain char has on x86.
    saw("the same with signs",
        little ? "95 -62 2 -128" : "-128 2 -62 95", bytes(~0));

    int network = little ? Integer.reverseBytes(0x8002c25f)
        : 0x8002c25f;
    ADDR.set(un, 0L, network);
    saw("c[0] to c[3] after htonl", "128 2 194 95", bytes(0xff));
}

String bytes(int mask) {
    StringJoiner bytes = new StringJoiner(" ");
    for (long i = 0; i < 4; i++) {
        byte c = (byte) C.get(un, 0L, i);
        bytes.add(String.valueOf(c & mask));
    }
    return bytes.toString();
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
