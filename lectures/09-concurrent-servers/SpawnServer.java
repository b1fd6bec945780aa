///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Gives each client a process that inherits its socket
// A process for each client that inherits the socket, as the slide's
// child does: C's calls, called from Java. Linux only; elsewhere it
// says so and ends.  SpawnServer [PORT [ADDRESS [CLIENTS]]]
// Slides: K-15b K-15c K-15d E-60a E-65a E-65b E-65d E-65f E-66a E-66c
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import java.lang.foreign.*;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.lang.foreign.ValueLayout.*;

// As C's header files have them on Linux.
static final int SOCK_STREAM = 1, SOL_SOCKET = 1, SO_REUSEADDR = 2;
static final int IPPROTO_TCP = 6, TCP_NODELAY = 1, NUMERIC = 3;
static final int BACKLOG = 4096;

// The child: its stdin is a socket, and a socket goes both ways.
// tag::serve[]
void serve(String n, String caller) {
    boolean tells = !caller.isEmpty();
    byte[] reply = Arrays.copyOf(
        "I am server and this is my message".getBytes(UTF_8), 80);
    String call = "read";
    try (var in = new FileInputStream(FileDescriptor.in);
            var out = new FileOutputStream(FileDescriptor.in)) {
        if (tells) tell(n, caller
            + ", served by pid " + ProcessHandle.current().pid());
        byte[] record = new byte[80];
        int got;
        while ((got = in.readNBytes(record, 0, 80)) == 80) {
            if (tells) tell(n, "says: "
                + new String(record, UTF_8).split("\0", 2)[0]);
            call = "write";
            out.write(reply);
            call = "read";
        }
        if (got > 0) throw new EOFException("the end, in a record");
        if (tells) tell(n, "has ended");
    } catch (IOException e) {
        System.err.println("client " + n + ": " + call
            + ": " + e.getMessage());
    }
}
// end::serve[]

void main(String... args) {
    if (args.length > 0 && args[0].equals("child")) {
        serve(args[1], args[2]);
        return;
    }
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("spawn-server: these calls are made as on Linux");
        return;
    }
    String port = args.length > 0 ? args[0] : "1234";
    numberOf("port", port);
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    int clients =
        numberOf("clients", args.length > 2 ? args[2] : "0");
    boolean tells = args.length > 2;

    int server = listening(address, port);
    C.call("getsockname", server, C.FORM, C.SIZE);
    IO.println("listening on " + address + " port " + C.filledIn()[1]);
    int stdin = C.call("dup", 0); // to put it back
    // tag::accept[]
    for (int n = 1; clients == 0 || n <= clients; n++) {
        int client = C.call("accept", server, C.FORM, C.SIZE);
        C.call("dup2", client, 0); // <.>
        C.call("close", client); // <.>
        try {
            child(n, tells).inheritIO().start(); // <.>
        } catch (IOException e) {
            System.err.println("client " + n + ": " + e.getMessage());
        }
        C.call("dup2", stdin, 0); // <.>
    }
    // end::accept[]
    C.call("close", server);
    ProcessHandle.current().children()
        .forEach(child -> child.onExit().join());
}

int listening(String address, String port) {
    MemorySegment hints = C.MEMORY.allocate(48), // a struct addrinfo
        found = C.MEMORY.allocate(ADDRESS),
        yes = C.MEMORY.allocateFrom(JAVA_INT, 1);
    hints.set(JAVA_INT, 8, SOCK_STREAM);
    if (C.call("getaddrinfo", address, port, hints, found) != 0)
        C.fail("getaddrinfo", address + ": not known");
    MemorySegment local = C.at(found, 48);

    int server = C.call("socket", // its family, its address, its size
        local.get(JAVA_INT, 4), SOCK_STREAM, 0);
    C.call("setsockopt", server, SOL_SOCKET, SO_REUSEADDR, yes, 4);
    // On Linux, what accept returns has this from its parent.
    C.call("setsockopt", server, IPPROTO_TCP, TCP_NODELAY, yes, 4);
    C.call("bind", server,
        local.get(ADDRESS, 24), local.get(JAVA_INT, 16));
    C.call("listen", server, BACKLOG);
    return server;
}

// This program again, as another process and for one client.
ProcessBuilder child(int n, boolean tells) {
    var source = getClass().getProtectionDomain().getCodeSource();
    String here = Path.of(URI.create(
        source.getLocation().toString())).toString();
    return new ProcessBuilder(
        System.getProperty("java.home") + "/bin/java",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m",
        "-cp", here,
        here.endsWith(".java") ? here : getClass().getName(),
        "child", String.valueOf(n),
        tells ? "from " + String.join(" port ", C.filledIn()) : "");
}

void tell(String n, String what) {
    IO.println("client " + n + " " + what);
}

// C's calls by their names; -1 means no, and errno says why. A child
// needs none of them, and does not load this.
@SuppressWarnings("restricted")
static final class C {
    static final Arena MEMORY = Arena.global();
    // What accept and getsockname fill in, and the room for it.
    static final MemorySegment FORM = MEMORY.allocate(128),
        SIZE = MEMORY.allocateFrom(JAVA_INT, 128),
        HOST = MEMORY.allocate(64), PORT = MEMORY.allocate(8);

    static int call(String name, Object... args) {
        try (Arena memory = Arena.ofConfined()) {
            MemoryLayout[] types = new MemoryLayout[args.length];
            for (int i = 0; i < args.length; i++) {
                if (args[i] instanceof String text)
                    args[i] = memory.allocateFrom(text);
                types[i] = args[i] instanceof Integer
                    ? JAVA_INT : ADDRESS;
            }
            MemorySegment errno = memory.allocate(JAVA_INT);
            Linker linker = Linker.nativeLinker();
            SymbolLookup names = linker.defaultLookup();
            int result = (int) linker.downcallHandle(
                    names.findOrThrow(name),
                    FunctionDescriptor.of(JAVA_INT, types),
                    Linker.Option.captureCallState("errno"))
                .bindTo(errno).invokeWithArguments(args);
            if (result == -1) {
                MemorySegment reason = (MemorySegment)
                    linker.downcallHandle(
                        names.findOrThrow("strerror"),
                        FunctionDescriptor.of(ADDRESS, JAVA_INT))
                    .invokeExact(errno.get(JAVA_INT, 0));
                fail(name, reason.reinterpret(256).getString(0));
            }
            return result;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }

    // What the pointer at this place points to.
    static MemorySegment at(MemorySegment pointer, long size) {
        return pointer.get(ADDRESS, 0).reinterpret(size);
    }

    // Host and port of the form, as a person would write them.
    static String[] filledIn() {
        call("getnameinfo", FORM, 128, HOST, 64, PORT, 8, NUMERIC);
        return new String[] {HOST.getString(0), PORT.getString(0)};
    }

    static void fail(String call, String reason) {
        System.err.println(call + ": " + reason);
        System.exit(1);
    }
}

int numberOf(String what, String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println(what + ": '" + text
            + "' is not a number from 0 to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}
