///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What fork makes of a Java: a copy that is not quite alive
// fork copies a process's memory, but of its threads only the one that
// called. A Java needs the others. Each child here has 300 ms, then it
// is killed. Linux only; elsewhere it says so and ends.
// Slides: E-65a E-65b K-15b
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
import java.lang.foreign.*;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;

import static java.lang.foreign.ValueLayout.*;

// As <signal.h> and <sys/wait.h> have them on Linux.
static final int SIGKILL = 9;
static final int WNOHANG = 1;

void main() throws Throwable {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("forked-java: only Linux has threads in /proc");
        return;
    }
    saw("this Java has more than one thread",
        true, threads(ProcessHandle.current().pid()) > 1);
    fork("it collects its garbage", System::gc);
    fork("it starts a thread", () -> new Thread(() -> {}).start());
    fork("it exits", () -> System.exit(0));

    Process started = new ProcessBuilder("true").start();
    saw("no fork but a new program ends by itself",
        true, started.waitFor(3, TimeUnit.SECONDS));
}

final MethodHandle fork = c("fork");
final MethodHandle kill = c("kill", JAVA_INT, JAVA_INT);
final MethodHandle waitpid = c("waitpid", JAVA_INT, ADDRESS, JAVA_INT);

void fork(String what, Runnable work) throws Throwable {
    // tag::fork[]
    int child = (int) fork.invokeExact();
    if (child == 0) work.run();
    // end::fork[]
    if (child == 0) Runtime.getRuntime().halt(0);

    Thread onCtrlC = new Thread(() -> end(child));
    Runtime.getRuntime().addShutdownHook(onCtrlC);
    boolean ended = false;
    for (int tries = 0; tries < 30 && !ended; tries++) {
        Thread.sleep(10); // one look of at most thirty
        ended = child == (int) waitpid.invokeExact(
            child, MemorySegment.NULL, WNOHANG);
    }
    saw("its child has one thread", true, ended || threads(child) == 1);
    if (!ended) end(child);
    Runtime.getRuntime().removeShutdownHook(onCtrlC);
    saw(what + ", within 300 ms", false, ended);
}

void end(int child) {
    try {
        int sent = (int) kill.invokeExact(child, SIGKILL);
        int gone = (int) waitpid.invokeExact(
            child, MemorySegment.NULL, 0);
        if (sent != 0 || gone != child) System.err.println("kill");
    } catch (Throwable e) {
        System.err.println("kill: " + e.getMessage());
    }
}

long threads(long process) throws IOException {
    Path tasks = Path.of("/proc/" + process + "/task");
    try (var listed = Files.list(tasks)) {
        return listed.count();
    }
}

@SuppressWarnings("restricted")
MethodHandle c(String name, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(JAVA_INT, arguments));
}

void saw(String what, Object expected, Object seen) {
    IO.println(what + ": expected " + expected + ", saw " + seen);
    if (!expected.equals(seen)) System.exit(1);
}
