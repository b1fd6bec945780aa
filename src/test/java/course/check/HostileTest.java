package course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Leftovers;
import course.Needs;
import course.run.Containment;
import course.run.Tool;
import course.run.Workshop;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program that means harm costs its author points, and nobody anything else. Each of these does
 * only so much of it that this machine would survive without us; and what could hurt somebody
 * outside is done only where bubblewrap or Landlock is in force.
 */
@Isolated // they eat what the other tests need
@Execution(ExecutionMode.CONCURRENT)
class HostileTest {
    /** For programs that do not end by themselves. */
    private static final Patience SHORT = new Patience(Duration.ofMillis(1000), 1);

    /** As where namespaces are not permitted. */
    private static final Containment LANDLOCK = Containment.landlock("as on some systems");

    private final Course course = Course.find(Path.of(""));
    private final Exercise exercise = course.exercise("GreetingServer").orElseThrow();
    private final Leftovers leftovers = new Leftovers();

    @TempDir static Path built;
    @TempDir Path folder;

    /** As this machine contains programs, and as one that cannot contain them does. */
    static Stream<Containment> containments() {
        return Stream.of(Containment.here(), Containment.ownGroup("as elsewhere")).distinct();
    }

    /** The same, and as one without bubblewrap does: limits, files and processes differ there. */
    static Stream<Containment> all() {
        boolean another = locked(LANDLOCK) && !locked(Containment.here());
        return Stream.concat(containments(), another ? Stream.of(LANDLOCK) : Stream.empty());
    }

    /** Those that hold one who means harm. */
    static Stream<Containment> holding() {
        List<Containment> holding = all().filter(Containment::holds).toList();
        return holding.isEmpty() ? Needs.missing(Containment.here().title()) : holding.stream();
    }

    private static Containment landlock() {
        return locked(LANDLOCK) ? LANDLOCK : Needs.missing(LANDLOCK.title());
    }

    private static boolean locked(Containment containment) {
        return containment.title().startsWith("Landlock: files and signals");
    }

    private static Containment bubblewrap() {
        Containment here = Containment.here();
        return contained(here) ? here : Needs.missing(here.title());
    }

    private static boolean contained(Containment containment) {
        return containment.title().startsWith("bubblewrap");
    }

    /** Its verdict, after which nothing is left of it, and a good program gets its marks. */
    private String verdict(
            Containment containment, String extension, String program, Object... with)
            throws IOException {
        Report report = report(containment, Patience.USUAL, extension, program.formatted(with));
        return verdict(report);
    }

    private String endless(Containment containment, String extension, String program)
            throws IOException {
        return verdict(report(containment, SHORT, extension, program));
    }

    private static String verdict(Report report) {
        String text = TextReport.of(report, Ink.PLAIN, "");
        assertEquals(0, report.score(), text);
        assertTrue(text.length() < 5000, text);
        return text;
    }

    private Report report(
            Containment containment, Patience patience, String extension, String program)
            throws IOException {
        Path file = folder.resolve("Hostile" + leftovers.mark() + extension);
        Files.writeString(file, program);
        Workshop workshop = new Workshop(built);
        Report report = new Examiner(workshop, patience, containment).examine(exercise, file, 7);
        leftovers.assertNone();
        Report good = new Examiner(workshop, Patience.USUAL, containment)
                .examine(exercise, exercise.solution(), 7);
        assertTrue(good.fullMarks(), () -> TextReport.of(good, Ink.PLAIN, ""));
        return report;
    }

    private static void says(String expected, String text) {
        assertTrue(text.contains(expected), text);
    }

    @ParameterizedTest
    @MethodSource("containments")
    void neverEnds(Containment containment) throws IOException {
        String text = endless(containment, ".java", "void main() { while (true); }");
        says("ran for 1000 ms without printing", text);
        says("Contained by: " + containment.title(), text);
    }

    @ParameterizedTest
    @MethodSource("containments")
    void floodsWithLinesAndThenServes(Containment containment) throws IOException {
        String start = "    int port = ";
        String flood = "    for (int i = 0; i < 60_000; i++) IO.println(\"flood \" + i);\n";
        String solution = Files.readString(exercise.solution());
        assertTrue(solution.contains(start), solution);
        Report report = report(containment, Patience.USUAL, ".java",
                solution.replace(start, flood + start));
        assertTrue(report.score() > report.max() / 2, () -> TextReport.of(report, Ink.PLAIN, ""));
        assertTrue(report.score() < report.max());
    }

    @ParameterizedTest
    @MethodSource("containments")
    void floodsWithoutALineEnd(Containment containment) throws IOException {
        String text = endless(containment, ".java", """
                void main() {
                    byte[] much = "never a line, ".repeat(10_000).getBytes();
                    while (true) System.out.write(much, 0, much.length);
                }
                """);
        says("ran for 1000 ms", text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void startsThreads(Containment containment) throws IOException {
        String text = verdict(containment, ".java", """
                void main() throws Exception {
                    int threads = 0;
                    try {
                        for (; threads < 1500; threads++) {
                            Thread.ofPlatform().daemon().start(() -> {
                                try { Thread.sleep(20_000); } catch (InterruptedException e) { }
                            });
                        }
                    } catch (OutOfMemoryError e) { }
                    IO.println(threads + " threads");
                    System.exit(5);
                }
                """);
        if (bounded()) assertTrue(number(text, "threads") < 1100, text);
        if (counted(containment)) assertTrue(number(text, "threads") < 256, text);
        says("exit status 5", text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void startsProcesses(Containment containment) throws IOException {
        Needs.tool(Tool.CC);
        String text = verdict(containment, ".c", """
                #include <stdio.h>
                #include <unistd.h>
                int main(void) {
                    int children = 0;
                    for (; children < 300; children++) {
                        pid_t child = fork();
                        if (child < 0) break;
                        if (child == 0) { setsid(); sleep(20); return 0; }
                    }
                    printf("%%d processes\\n", children);
                    return 5;
                }
                """);
        if (counted(containment)) assertTrue(number(text, "processes") < 256, text);
        says("exit status 5", text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void wantsAllMemory(Containment containment) throws IOException {
        Needs.tool(Tool.CC);
        String text = verdict(containment, ".c", """
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                int main(void) {
                    int chunks = 0;
                    for (; chunks < 20; chunks++) {
                        char *chunk = malloc(100 << 20);
                        if (chunk == NULL) break;
                        memset(chunk, 1, 1 << 20);
                    }
                    printf("%%d chunks\\n", chunks);
                    return 5;
                }
                """);
        if (bounded()) assertTrue(number(text, "chunks") < 11, text);
        says("exit status 5", text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void wantsTheWholeDisk(Containment containment) throws IOException {
        String text = verdict(containment, ".java", """
                void main() throws Exception {
                    int written = 0;
                    try (var file = new java.io.FileOutputStream("%s.bin")) {
                        for (; written < 40; written++) file.write(new byte[1 << 20]);
                    } catch (java.io.IOException e) { }
                    IO.println(written + " megabytes");
                    System.exit(5);
                }
                """, leftovers.mark());
        if (bounded()) assertTrue(number(text, "megabytes") <= 16, text);
        says("exit status 5", text);
    }

    @ParameterizedTest
    @MethodSource("containments")
    void halts(Containment containment) throws IOException {
        String program = "void main() { Runtime.getRuntime().halt(0); }";
        String text = verdict(containment, ".java", program);
        says("ended with exit status 0 before it printed", text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void leavesChildrenBehind(Containment containment) throws IOException {
        Needs.tool(Tool.SETSID);
        String text = verdict(containment, ".java", """
                void main() throws Exception {
                    for (var command : List.of(
                            List.of("sleep", "20.%1$s"),
                            List.of("setsid", "sleep", "20.%1$s"),
                            List.of("sh", "-c", "setsid sleep 20.%1$s & (sleep 20.%1$s &)"))) {
                        new ProcessBuilder(command).inheritIO().start();
                    }
                    Thread.sleep(200);
                }
                """, leftovers.mark());
        says("ended with exit status 0", text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void doesNotListenToSignals(Containment containment) throws IOException {
        Needs.tool(Tool.PYTHON);
        String text = endless(containment, ".py", """
                import os, signal, time
                for s in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                    signal.signal(s, signal.SIG_IGN)
                if os.fork() == 0: os.setsid()
                print("deaf", flush=True)
                time.sleep(20)
                """);
        says("stdout: deaf", text);
    }

    /** With a folder and a file in it that nobody may open, which has to go nevertheless. */
    @ParameterizedTest
    @MethodSource("all")
    void spoilsItsOwnFolder(Containment containment) throws IOException {
        String text = verdict(containment, ".java", """
                void main() throws Exception {
                    Path closed = Files.createDirectories(Path.of("%1$s/deep/closed"));
                    Files.writeString(closed.resolve("%1$s.txt"), "");
                    try {
                        Files.createSymbolicLink(Path.of("link"), Path.of("/usr"));
                    } catch (java.io.IOException onWindows) { }
                    for (Path p = closed; p != null; p = p.getParent()) {
                        p.toFile().setReadable(false);
                        p.toFile().setWritable(false);
                        p.toFile().setExecutable(false);
                    }
                    System.exit(5);
                }
                """, leftovers.mark());
        says("exit status 5", text);
    }

    @ParameterizedTest
    @MethodSource("holding")
    void deletesWhatIsNotItsOwn(Containment containment) throws IOException {
        Path victim = Files.writeString(folder.resolve("victim.txt"), "a week of work");
        String text = verdict(containment, ".java", """
                void main() throws Exception {
                    Path victim = Path.of("%s");
                    try { Files.delete(victim); } catch (java.io.IOException e) { IO.println(e); }
                    try { Files.move(victim, Path.of("mine")); } catch (java.io.IOException e) { }
                    try { Files.writeString(victim, "no"); } catch (java.io.IOException e) { }
                    try (var file = new java.io.RandomAccessFile("%1$s", "rw")) {
                        file.setLength(0);
                    } catch (java.io.IOException e) { }
                    System.exit(5);
                }
                """, victim);
        says(locked(containment) ? "AccessDeniedException" : "NoSuchFileException", text);
        assertEquals("a week of work", Files.readString(victim));
    }

    /** It sees that a file is there, and no more of it; and reads what its own system has. */
    @Test
    void looksForWhatLandlockHides() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the marks");
        String text = verdict(landlock(), ".java", """
                void main() throws Exception {
                    for (String file : List.of("%s", "%s", "/etc/passwd", "/proc/1/environ",
                            "/proc/%s/environ", "/proc/%3$s/maps")) {
                        try {
                            Files.readAllBytes(Path.of(file));
                            IO.println("reads " + file);
                        } catch (java.io.IOException e) { }
                    }
                    for (String folder : List.of("%s", "%s", "/", "/root", "/home", "/tmp",
                            "/etc", "/run", "/proc/%3$s/cwd", "/proc/%3$s/root")) {
                        if (Path.of(folder).toFile().list() != null) IO.println("lists " + folder);
                    }
                    for (String place : List.of("%s", "%4$s", "/usr", "/dev/shm", "/tmp",
                            "/proc/self", "/var/tmp")) {
                        try {
                            Files.createFile(Path.of(place, "%s"));
                            IO.println("writes to " + place);
                        } catch (java.io.IOException e) { }
                    }
                    try {
                        Files.writeString(Path.of("/proc/self/oom_score_adj"), "500");
                        IO.println("writes to the kernel");
                    } catch (java.io.IOException e) { }
                    IO.println("sees " + Files.exists(Path.of("%1$s")));
                    Files.writeString(Files.createTempFile("a", "b"), "its own");
                    IO.println(Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(l -> l.matches("Cap(Prm|Bnd).*[1-9a-f].*")).toList());
                    IO.println(new java.util.TreeSet<>(System.getenv().keySet()));
                    System.exit(5);
                }
                """, secret, exercise.solution(), ProcessHandle.current().pid(),
                exercise.solutions(), course.root(), folder, leftovers.mark());
        says("stdout: sees true\nstdout: []\nstdout: [LANG, PATH, TMPDIR]", text);
        assertFalse(Pattern.compile("stdout: (reads|lists|writes)").matcher(text).find(), text);
    }

    @Test
    void looksForWhatIsHidden() throws IOException {
        String text = verdict(bubblewrap(), ".java", """
                void main() throws Exception {
                    for (String secret : List.of("%s", "%s", "/root", "/home", "/etc/passwd")) {
                        if (Files.exists(Path.of(secret))) IO.println("sees " + secret);
                    }
                    for (String kernel : List.of("kernel/panic", "vm/drop_caches")) {
                        Path file = Path.of("/proc/sys/" + kernel);
                        if (Files.isWritable(file)) IO.println("may write " + file);
                    }
                    for (String fixed : List.of("/", "/usr", "/dev", "/proc/self")) {
                        if (Files.isWritable(Path.of(fixed))) IO.println("may write " + fixed);
                    }
                    String first = Files.readString(Path.of("/proc/1/environ"));
                    if (first.replaceAll("(PATH|LANG|PWD)=[^\\0]*\\0", "").length() > 0) {
                        IO.println("reads " + first);
                    }
                    IO.println(Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(l -> l.matches("Cap(Prm|Bnd).*[1-9a-f].*")).toList());
                    IO.println(System.getenv().keySet().size() + " variables");
                    System.exit(5);
                }
                """, exercise.solutions(), course.root());
        says("stdout: []\nstdout: 3 variables", text);
        assertFalse(Pattern.compile("stdout: (sees|may write|reads)").matcher(text).find(), text);
    }

    /** Only where the program sees at once that it is alone may it do this. */
    @Test
    void killsWhoeverItCan() throws IOException {
        Needs.tool(Tool.CC);
        String text = verdict(bubblewrap(), ".c", """
                #include <signal.h>
                #include <stdio.h>
                #include <sys/types.h>
                #include <unistd.h>
                int main(void) {
                    if (getpid() > 9 || access("/root", F_OK) == 0) return 9;
                    kill(getppid(), SIGKILL);
                    kill(-1, SIGKILL);
                    puts("still here");
                    return 5;
                }
                """);
        says("exit status 5", text);
    }

    /** What its title says is open, is; where a newer kernel closes it, the title is too modest. */
    @Test
    void doesWhatLandlockDoesNotHold() throws IOException {
        Needs.tool(Tool.PYTHON);
        Path file = Files.writeString(folder.resolve("marks.txt"), "the marks");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Path place = folder.resolve("session");
        try (ServerSocketChannel session = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            session.bind(UnixDomainSocketAddress.of(place));
            String text = verdict(landlock(), ".py", """
                    import os, socket
                    os.chmod("%s", 0o666)
                    socket.socket(socket.AF_UNIX).connect("%s")
                    print("did both", flush=True)
                    """, file, place);
            says("stdout: did both", text);
        }
        assertEquals("rw-rw-rw-",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String open = "; modes of files, UNIX-domain sockets and the network are open (";
        assertTrue(landlock().title(false).contains(open), landlock().title(false));
        assertTrue(landlock().leavesGaps());
    }

    /** Out of the session, out of the folder, with another name and environment. */
    @Test
    void goesAwayFromLandlock() throws IOException {
        Needs.tool(Tool.PYTHON);
        String text = verdict(landlock(), ".py", """
                import os, time
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0:
                        os.chdir("/")
                        os.execve("/bin/sleep", ["sleep", "20.%s"], {})
                    os._exit(0)
                time.sleep(0.2)
                print("gone", flush=True)
                """, leftovers.mark());
        says("stdout: gone", text);
    }

    /** A victim of our own is at hand, should it not be held. */
    @Test
    void killsThroughLandlock() throws IOException {
        Needs.tool(Tool.CC);
        Process victim = new ProcessBuilder("sleep", "20").start();
        try {
            String text = verdict(landlock(), ".c", """
                    #include <errno.h>
                    #include <signal.h>
                    #include <stdio.h>
                    #include <sys/prctl.h>
                    #include <sys/ptrace.h>
                    #include <unistd.h>
                    int main(void) {
                        printf("killed %%d\\n", kill(%1$s, SIGKILL) == 0 || errno != EPERM);
                        printf("traced %%d\\n", ptrace(PTRACE_SEIZE, %1$s, 0, 0) == 0);
                        printf("asked %%d\\n", kill(getppid(), 0) == 0);
                        printf("own %%d\\n", kill(getpid(), 0) == 0);
                        printf("privileges %%d\\n", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0);
                        return 5;
                    }
                    """, victim.pid());
            says("stdout: killed 0\nstdout: traced 0\nstdout: asked 0\nstdout: own 1\n"
                    + "stdout: privileges 0", text);
            assertTrue(victim.isAlive());
        } finally {
            victim.destroyForcibly();
        }
    }

    /** What the title of Landlock does not promise. */
    @Test
    void reachesWhoeverListensInTheSharedNetwork() throws IOException {
        says("UNIX-domain sockets and the network are open", landlock().title(false));
        try (ServerSocket neighbour = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket post = new DatagramSocket(0, neighbour.getInetAddress())) {
            String text = verdict(landlock(), ".java", """
                    import java.net.*;
                    void main() throws Exception {
                        var here = InetAddress.getLoopbackAddress();
                        new Socket(here, %s).close();
                        try (var post = new DatagramSocket()) {
                            post.send(new DatagramPacket(new byte[1], 1, here, %s));
                        }
                        System.exit(5);
                    }
                    """, neighbour.getLocalPort(), post.getLocalPort());
            says("exit status 5", text);
            neighbour.setSoTimeout(2000);
            neighbour.accept().close();
            post.setSoTimeout(2000);
            post.receive(new DatagramPacket(new byte[1], 1));
        }
    }

    /** Limits need a program that sets them. */
    private static boolean bounded() {
        return Tool.PRLIMIT.find().isPresent();
    }

    /** The limit on processes needs a namespace, and somebody who is not root. */
    private static boolean counted(Containment containment) {
        return contained(containment) && !containment.title().contains("not limited");
    }

    private static int number(String text, String what) {
        Matcher m = Pattern.compile("(\\d+) " + what).matcher(text);
        assertTrue(m.find(), text);
        return Integer.parseInt(m.group(1));
    }
}
