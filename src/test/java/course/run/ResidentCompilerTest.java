package course.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What compiles strangers' programs outlives each of them. */
class ResidentCompilerTest {
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void itGoesOnFromFileToFileAndAfterItsOwnEnd() throws IOException {
        try (ResidentCompiler compiler = new ResidentCompiler(Containment.here(), A_WHILE)) {
            String wrong = compiler.compile("A", "A.java", "void main() { int x = y; }", folder);
            assertTrue(wrong.startsWith("A.java:1: error: cannot find symbol"), wrong);
            assertEquals("", compiler.compile("A", "A.java", "void main() { }", folder));
            assertTrue(Files.exists(folder.resolve("A.class")));
            ProcessHandle.current().children()
                    .filter(p -> Files.isReadable(Path.of("/proc/" + p.pid() + "/cmdline")))
                    .filter(ResidentCompilerTest::isOne)
                    .forEach(ProcessHandle::destroyForcibly);
            String nested = "package a.b; class C { static class D { } }";
            assertEquals("", compiler.compile("C", "C.java", nested, folder));
            assertTrue(Files.exists(folder.resolve("a/b/C$D.class")));
        }
    }

    private static boolean isOne(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains(ResidentCompiler.class.getName());
        } catch (IOException ended) {
            return false;
        }
    }

    @Test
    void aFileThatIsTooMuchForItIsItsAuthors() throws IOException {
        StringBuilder bomb = new StringBuilder("class Bomb { static final String A0 = \"boom\";\n");
        for (int i = 1; i < 31; i++) {
            bomb.append("static final String A%d = A%2$d + A%2$d;\n".formatted(i, i - 1));
        }
        try (ResidentCompiler compiler = new ResidentCompiler(Containment.here(), A_WHILE)) {
            assertEquals("The compiler itself gave up on this file.",
                    compiler.compile("Bomb", "Bomb.java", bomb + "}\n", folder));
            assertEquals("", compiler.compile("A", "A.java", "void main() { }", folder));
        }
    }

    @Test
    void aFileThatTakesTooLongIsNotWaitedFor() throws IOException {
        try (ResidentCompiler compiler =
                new ResidentCompiler(Containment.here(), Duration.ofMillis(1))) {
            assertEquals("The compiler did not end within 0 s.",
                    compiler.compile("A", "A.java", "void main() { }", folder));
        }
    }
}
