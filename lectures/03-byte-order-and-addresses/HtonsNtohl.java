///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION htons, ntohs, htonl, ntohl: ours against C's own
// The four functions, rebuilt for a machine of either order, and held
// against those of the C library: expected is ours, saw is C's. Linux.
// Slides: E-28a E-28b E-28c E-45d
// Claims: 48
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import static java.lang.foreign.ValueLayout.*;
import static java.nio.ByteBuffer.allocate;
import static java.nio.ByteOrder.*;

// tag::htons[]
short htons(short host,
        ByteOrder machine) {
    ByteBuffer two = allocate(2);
    two.order(BIG_ENDIAN)
        .putShort(0, host);
    return two.order(machine)
        .getShort(0);
}
// end::htons[]

// tag::ntohs[]
short ntohs(short network,
        ByteOrder machine) {
    ByteBuffer two = allocate(2);
    two.order(machine)
        .putShort(0, network);
    return two.order(BIG_ENDIAN)
        .getShort(0);
}
// end::ntohs[]

// tag::htonl[]
int htonl(int host,
        ByteOrder machine) {
    ByteBuffer four = allocate(4);
    four.order(BIG_ENDIAN)
        .putInt(0, host);
    return four.order(machine)
        .getInt(0);
}
// end::htonl[]

// tag::ntohl[]
int ntohl(int network,
        ByteOrder machine) {
    ByteBuffer four = allocate(4);
    four.order(machine)
        .putInt(0, network);
    return four.order(BIG_ENDIAN)
        .getInt(0);
}
// end::ntohl[]

void main() throws Throwable {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: elsewhere these may be macros");
        return;
    }
    ByteOrder here = nativeOrder();
    IO.println("this machine is "
        + (here == LITTLE_ENDIAN ? "little" : "big") + " endian");

    MethodHandle cHtons = c("htons", JAVA_SHORT);
    MethodHandle cNtohs = c("ntohs", JAVA_SHORT);
    for (int port : List.of(1234, 5115, 7967)) {
        short ours = htons((short) port, here);
        short real = (short) cHtons.invokeExact((short) port);
        saw("htons(" + port + ")", "%d".formatted(ours & 0xffff),
            "%d".formatted(real & 0xffff));
    }
    MethodHandle cHtonl = c("htonl", JAVA_INT);
    MethodHandle cNtohl = c("ntohl", JAVA_INT);
    for (int address : List.of(0x8002c25f, 0x7f000001, 0)) {
        int real = (int) cHtonl.invokeExact(address);
        saw("htonl(0x%08x)".formatted(address),
            "0x%08x".formatted(htonl(address, here)),
            "0x%08x".formatted(real));
        int back = (int) cNtohl.invokeExact(real);
        saw("and back", "0x%08x".formatted(ntohl(real, here)),
            "0x%08x".formatted(back));
    }

    int alike = 0, back = 0, unmoved = 0;
    for (int n = 0; n <= 65535; n++) {
        short host = (short) n;
        short real = (short) cHtons.invokeExact(host);
        short again = (short) cNtohs.invokeExact(real);
        if (real == htons(host, here)) alike++;
        if (again == host && ntohs(real, here) == host) back++;
        if (htons(host, BIG_ENDIAN) == host) unmoved++;
    }
    saw("of all 65536, alike", "65536", alike + "");
    saw("there and back again", "65536", back + "");
    saw("unmoved on a big-endian machine", "65536", unmoved + "");
}

@SuppressWarnings("restricted")
MethodHandle c(String function, ValueLayout number) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(function),
        FunctionDescriptor.of(number, number));
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
