package course.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Needs;
import course.run.Ready;
import course.run.Started;
import course.run.Started.Stream;
import course.run.Tool;
import course.script.Course;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./jbang}: what a newcomer types first. */
@ResourceLock("the cache of JBang")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the workflow runs jbang.cmd there")
class LauncherTest {
    private static final Path ROOT = Course.find(Path.of("")).root();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeAll
    static void jbangIsFetched() {
        try (Started version = run(Map.of(), "./jbang", "version")) {
            assertEquals(0, version.exit(PATIENCE), () -> version.text(Stream.ERR));
            assertEquals("0.132.1", version.text(Stream.OUT));
        }
    }

    private static Started run(Map<String, String> environment, String... command) {
        List<String> words = new ArrayList<>(List.of("env", "JBANG_LAUNCHER=local"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(List.of(command));
        return Started.ours(new Ready(words), List.of(), ROOT, line -> {});
    }

    @Test
    void isPlainSh() {
        try (Started sh = run(Map.of(), "sh", "-n", "jbang")) {
            assertEquals(0, sh.exit(PATIENCE), () -> sh.text(Stream.ERR));
        }
    }

    @Test
    void pleasesShellcheck() {
        String shellcheck = Needs.tool(Tool.SHELLCHECK).toString();
        try (Started check = run(Map.of(), shellcheck, "jbang", ".ci/run")) {
            assertEquals(0, check.exit(PATIENCE), () -> check.text(Stream.OUT));
        }
    }

    @Test
    void startsAScriptByItsAlias() {
        try (Started server = run(Map.of(), "./jbang", "simple-server", "0");
                Started client =
                        run(
                                Map.of(),
                                "./jbang",
                                "simple-client",
                                "localhost",
                                "" + server.port(PATIENCE))) {
            assertEquals(0, client.exit(PATIENCE), () -> client.text(Stream.ERR));
            assertEquals("from server: back to ya client", client.text(Stream.OUT));
            assertEquals(0, server.exit(PATIENCE));
        }
    }

    @Test
    void passesOnTheScriptsStatusAndItsErrorLine() {
        try (Started server = run(Map.of(), "./jbang", "simple-server", "no port")) {
            assertEquals(2, server.exit(PATIENCE));
            assertEquals(
                    "port: 'no port' is not a number from 0 to 65535", server.text(Stream.ERR));
        }
    }

    /** Whatever the locale: the word is made by the shell, as ours may not know the letter. */
    @Test
    void wordsKeepTheirAccents() {
        String typed = "./jbang simple-server \"$(printf 'T\\303\\274r')\"";
        try (Started server = run(Map.of("LC_ALL", "C"), "sh", "-c", typed)) {
            assertEquals(2, server.exit(PATIENCE));
            assertEquals("port: 'T\u00fcr' is not a number from 0 to 65535",
                    server.text(Stream.ERR));
        }
    }

    @Test
    void plainJavaDoesTheSame() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String folder = "lectures/04-first-server-and-client/";
        try (Started server = run(Map.of(), java, folder + "SimpleServer.java", "0");
                Started client =
                        run(
                                Map.of(),
                                java,
                                folder + "SimpleClient.java",
                                "localhost",
                                "" + server.port(PATIENCE))) {
            assertEquals(0, client.exit(PATIENCE), () -> client.text(Stream.ERR));
            assertEquals("from server: back to ya client", client.text(Stream.OUT));
        }
    }

    @Test
    void everyAliasIsKnownToJBang() {
        try (Started list = run(Map.of(), "./jbang", "--offline", "alias", "list", ".")) {
            assertEquals(0, list.exit(PATIENCE), () -> list.text(Stream.ERR));
            String all = list.text(Stream.OUT);
            for (var p : Course.find(ROOT).programs()) {
                if (p.file().toString().endsWith(".java"))
                    assertTrue(all.contains(p.name()), p.name());
            }
        }
    }

    /**
     * The very file in the folder of a machine that has no JDK 25: its JVMs hidden, nothing on the
     * PATH.
     */
    @Test
    void withoutAJdkItSaysSoInThreeLinesAtOnce(@TempDir Path empty) {
        String bwrap = Needs.tool(Tool.BUBBLEWRAP).toString();
        long begin = System.nanoTime();
        try (Started jbang =
                Started.ours(
                        new Ready(
                                List.of(
                                        bwrap,
                                        "--ro-bind",
                                        "/",
                                        "/",
                                        "--tmpfs",
                                        "/usr/lib/jvm",
                                        "--tmpfs",
                                        "/opt",
                                        "--setenv",
                                        "HOME",
                                        empty.toString(),
                                        "--unsetenv",
                                        "JAVA_HOME",
                                        "--setenv",
                                        "PATH",
                                        "/usr/bin:/bin",
                                        ROOT.resolve("jbang").toString(),
                                        "simple-server")),
                        List.of(),
                        ROOT,
                        line -> {})) {
            assertEquals(1, jbang.exit(PATIENCE), () -> jbang.text(Stream.ERR));
            assertTrue(
                    System.nanoTime() - begin < Duration.ofSeconds(2).toNanos(),
                    "took longer than 2 s");
            assertEquals("", jbang.text(Stream.OUT));
            assertEquals(3, jbang.text(Stream.ERR).lines().count(), jbang.text(Stream.ERR));
            assertTrue(
                    jbang.text(Stream.ERR).startsWith("[jbang] No JDK 25 or newer found"),
                    jbang.text(Stream.ERR));
        }
    }

    /** A Maven that brings something else than the pinned file. */
    @Test
    void aWrongChecksumIsRefusedAndNothingKept(@TempDir Path folder) throws IOException {
        Path jbang = Files.copy(ROOT.resolve("jbang"), folder.resolve("jbang"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path mvn = bin.resolve("mvn");
        Files.writeString(
                mvn,
                """
                #!/bin/sh
                for word; do case $word in -Djbang.folder=*) into=${word#*=} ;; esac; done
                mkdir -p "$into" && echo junk > "$into/jbang-cli-0.132.1-all.jar"
                """);
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> environment =
                Map.of(
                        "PATH",
                        bin + ":/usr/bin:/bin",
                        "JAVA_HOME",
                        System.getProperty("java.home"));
        try (Started refused = run(environment, jbang.toString(), "version")) {
            assertEquals(1, refused.exit(PATIENCE));
            assertTrue(
                    refused.text(Stream.ERR).contains("checksum mismatch"),
                    refused.text(Stream.ERR));
            try (var kept = Files.walk(folder.resolve(".jbang"))) {
                assertEquals(List.of(), kept.filter(Files::isRegularFile).toList());
            }
        }
    }

    @Test
    void withoutMavenItSaysWhatElseWillDo(@TempDir Path folder) throws IOException {
        Path jbang = Files.copy(ROOT.resolve("jbang"), folder.resolve("jbang"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("sh", "sed", "dirname", "readlink", "env")) {
            Path real = Path.of("/usr/bin", tool).toRealPath();
            Files.copy(real, bin.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Map<String, String> environment =
                Map.of("PATH", bin.toString(), "JAVA_HOME", System.getProperty("java.home"));
        try (Started refused = run(environment, jbang.toString(), "version")) {
            assertEquals(1, refused.exit(PATIENCE));
            assertTrue(
                    refused.text(Stream.ERR).contains("neither is Maven"),
                    refused.text(Stream.ERR));
        }
    }
}
