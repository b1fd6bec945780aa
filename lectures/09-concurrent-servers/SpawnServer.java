///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Gives each client a process that inherits its socket
// A process for each client that inherits the socket, as the slide's
// child does: C's calls, called from Java. Linux only; elsewhere it
// says so and ends.  SpawnServer [PORT [ADDRESS [CLIENTS]]]
// Slides: K-15b K-15c K-15d E-60a E-65a E-65b E-65d E-65f E-66a E-66c
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import java.lang.foreign.*;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.*;

// As <sys/socket.h> has them on Linux.
static final int SOCK_STREAM = 1;
static final int SOL_SOCKET = 1;
static final int SO_REUSEADDR = 2;
static final int IPPROTO_TCP = 6;
static final int TCP_NODELAY = 1;
static final int BACKLOG = 4096;

final byte[] reply = Arrays.copyOf(
    "\nI am server and this is my message\n".getBytes(UTF_8), 80);
boolean tells;

// tag::serve[]
void serve(Socket client, int n) {
    String call = "read";
    // Not try (client): its close would take stderr with it.
    try {
        if (tells) tell(n, "from "
            + client.getInetAddress().getHostAddress()
            + " port " + client.getPort()
            + ", served by pid " + ProcessHandle.current().pid());
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] record = new byte[80];
        int got;
        while ((got = in.readNBytes(record, 0, 80)) == 80) {
            if (tells) tell(n, "says: " + text(record));
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
    boolean child = args.length > 0 && args[0].equals("child");
    if (!child && !System.getProperty("os.name").equals("Linux")) {
        IO.println("spawn-server: these calls are made as on Linux");
        return;
    }
    tells = args.length > 2;
    try {
        if (child) inherit(Integer.parseInt(args[1]));
        else listen(args);
    } catch (IOException e) {
        System.err.println(e.getMessage());
        System.exit(1);
    }
}

void listen(String... args) throws IOException {
    String port = args.length > 0 ? args[0] : "1234";
    numberOf("port", port);
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    int clients =
        numberOf("clients", args.length > 2 ? args[2] : "0");

    Arena memory = Arena.global();
    MemorySegment hints = memory.allocate(48), // a struct addrinfo
        found = memory.allocate(ADDRESS),
        bound = memory.allocate(128); // a struct sockaddr_storage
    hints.set(JAVA_INT, 8, SOCK_STREAM);
    if (C.call("getaddrinfo", address, port, hints, found) != 0)
        throw new IOException("getaddrinfo: no such address");
    MemorySegment local = C.at(found, 48);

    int server = C.call("socket", // its family, its address, its size
        local.get(JAVA_INT, 4), SOCK_STREAM, 0);
    MemorySegment yes = memory.allocateFrom(JAVA_INT, 1);
    C.call("setsockopt", server, SOL_SOCKET, SO_REUSEADDR, yes, 4);
    C.call("bind", server,
        local.get(ADDRESS, 24), local.get(JAVA_INT, 16));
    C.call("listen", server, BACKLOG);
    C.call("getsockname", server,
        bound, memory.allocateFrom(JAVA_INT, 128));
    IO.println("listening on " + address + " port "
        + Short.toUnsignedInt(bound.get(
            JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), 2)));

    // tag::accept[]
    for (int n = 1; clients == 0 || n <= clients; n++) {
        int client = C.call("accept", server, NULL, NULL);
        C.call("setsockopt", client, IPPROTO_TCP, TCP_NODELAY, yes, 4);
        int child = child(server, client, n);
        C.call("close", client); // <.>
        Thread.ofPlatform().start(() -> reap(child)); // <.>
    }
    // end::accept[]
    C.call("close", server);
}

// tag::fork[]
int child(int server, int client, int n) throws IOException {
    try (Arena memory = Arena.ofConfined()) {
        MemorySegment todo = memory.allocate(256), // more than enough
            pid = memory.allocate(JAVA_INT);
        C.call("posix_spawn_file_actions_init", todo);
        C.call("posix_spawn_file_actions_addclose", todo, server);
        C.call("posix_spawn_file_actions_adddup2", todo, client, 0);
        C.call("posix_spawn_file_actions_addclose", todo, client);
        List<String> command = command(n);
        MemorySegment argv =
            memory.allocate(ADDRESS, command.size() + 1);
        for (int i = 0; i < command.size(); i++)
            argv.setAtIndex(ADDRESS, i,
                memory.allocateFrom(command.get(i)));
        int wrong = C.call("posix_spawn", pid, command.getFirst(),
            todo, NULL, argv, C.at(C.named("environ"), 0));
        if (wrong != 0)
            throw new IOException("posix_spawn: error " + wrong);
        return pid.get(JAVA_INT, 0);
    }
}
// end::fork[]

// This program again, as another process and for one client.
List<String> command(int n) {
    var source = getClass().getProtectionDomain().getCodeSource();
    String here = Path.of(URI.create(
        source.getLocation().toString())).toString();
    List<String> command = new ArrayList<>(List.of(
        System.getProperty("java.home") + "/bin/java",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData", "-Xmx32m"));
    if (here.endsWith(".java")) command.add(here);
    else command.addAll(List.of("-cp", here, getClass().getName()));
    command.addAll(List.of("child", String.valueOf(n)));
    if (tells) command.add("tells");
    return command;
}

// A child that has ended stays a zombie until somebody asks for it.
void reap(int child) {
    try {
        C.call("waitpid", child, NULL, 0);
    } catch (IOException e) {
        System.err.println(e.getMessage());
    }
}

// The child: its stdin is the socket, and Java makes a channel of it.
void inherit(int n) throws IOException {
    if (!(System.inheritedChannel() instanceof SocketChannel client))
        throw new IOException("client " + n + ": it has left already");
    serve(client.socket(), n);
}

void tell(int n, String what) {
    IO.println("client " + n + " " + what);
}

// What stands in a record before its first zero byte.
String text(byte[] record) {
    return new String(record, UTF_8).split("\0", 2)[0];
}

// C's calls by their names; -1 means no, and errno says why. A child
// needs none of them, and does not load this.
@SuppressWarnings("restricted")
static final class C {
    static final Linker LINKER = Linker.nativeLinker();

    static int call(String name, Object... args) throws IOException {
        try (Arena memory = Arena.ofConfined()) {
            MemoryLayout[] types = new MemoryLayout[args.length];
            for (int i = 0; i < args.length; i++) {
                if (args[i] instanceof String text)
                    args[i] = memory.allocateFrom(text);
                types[i] = args[i] instanceof Integer
                    ? JAVA_INT : ADDRESS;
            }
            MemorySegment errno = memory.allocate(JAVA_INT);
            int result = (int) LINKER.downcallHandle(named(name),
                    FunctionDescriptor.of(JAVA_INT, types),
                    Linker.Option.captureCallState("errno"))
                .bindTo(errno).invokeWithArguments(args);
            if (result != -1) return result;
            throw new IOException(
                name + ": " + reason(errno.get(JAVA_INT, 0)));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }

    static MemorySegment named(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    static String reason(int errno) throws Throwable {
        MemorySegment text = (MemorySegment) LINKER.downcallHandle(
                named("strerror"),
                FunctionDescriptor.of(ADDRESS, JAVA_INT))
            .invokeWithArguments(errno);
        return text.reinterpret(256).getString(0);
    }

    // What the pointer at this place points to.
    static MemorySegment at(MemorySegment pointer, long size) {
        return pointer.reinterpret(8).get(ADDRESS, 0)
            .reinterpret(size);
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
