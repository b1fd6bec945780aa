package course.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Needs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is found out about this machine; what it does to programs is told by HostileTest. */
class ContainmentTest {
    @TempDir Path folder;

    private static Ready proof(String... command) {
        return new Ready(List.of(), List.of(), List.of(command));
    }

    @Test
    void aProgramThatDoesNotFitInIsNotToBlame() {
        Containment here = Containment.here();
        if (here instanceof OwnGroup) Needs.missing(here.title());
        assertTrue(here.suits(proof("/bin/true")));
        assertFalse(here.suits(proof("/opt/elsewhere/python3", "-c", "pass")));
        Ready odd = proof("/opt/elsewhere/python3");
        assertEquals(
                "bubblewrap cannot start /opt/elsewhere/python3",
                Containment.despite(odd).title(false).replaceFirst(".*\\((.*)\\)", "$1"));
    }

    @Test
    void whatIsNotPermittedIsSaidInItsOwnWords() throws IOException {
        Needs.tool(Tool.SETSID);
        Path denied = Files.writeString(
                folder.resolve("bwrap"), "#!/bin/sh\necho no namespaces >&2; exit 1\n");
        assertTrue(denied.toFile().setExecutable(true));
        assertEquals(
                "own process group only, private network"
                        + " (bubblewrap is not permitted: no namespaces)",
                Bubblewrap.tried(denied).title(true));
    }
}
