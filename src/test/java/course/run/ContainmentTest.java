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

    private static Containment landlock() {
        Containment landlock = Containment.landlock("as on some systems");
        return landlock instanceof Landlock ? landlock : Needs.missing(landlock.title());
    }

    @Test
    void aProgramThatDoesNotFitInIsNotToBlame() {
        Containment here = Containment.here();
        if (here instanceof OwnGroup) Needs.missing(here.title());
        fitsOnlyWhatFits(here);
    }

    @Test
    void norWhereItIsLandlockThatDoesNotSuit() {
        fitsOnlyWhatFits(landlock());
    }

    private static void fitsOnlyWhatFits(Containment containment) {
        assertTrue(containment.suits(proof("/bin/true")));
        assertFalse(containment.suits(proof("/opt/elsewhere/python3", "-c", "pass")));
        Ready odd = proof("/opt/elsewhere/python3");
        assertEquals(
                containment.name() + " cannot start /opt/elsewhere/python3",
                containment.despite(odd).title(false).replaceFirst(".*\\((.*)\\)", "$1"));
    }

    @Test
    void whatIsNotPermittedIsSaidInItsOwnWords() throws IOException {
        landlock();
        Path denied = Files.writeString(
                folder.resolve("bwrap"), "#!/bin/sh\necho no namespaces >&2; exit 1\n");
        assertTrue(denied.toFile().setExecutable(true));
        assertEquals(
                "Landlock: files and signals; modes of files, UNIX-domain sockets and the network"
                        + " are open (bubblewrap is not permitted: no namespaces)",
                Bubblewrap.tried(denied).title(false));
    }

    @Test
    void anOlderKernelHoldsLess() {
        assertEquals("Landlock: files, no signals; modes of files, UNIX-domain sockets and the"
                        + " network are open (because)",
                new Landlock(5, "because").title(false));
        assertEquals("Landlock: files, but not their lengths, no signals; modes of files and"
                + " UNIX-domain sockets are open, private network (because)",
                new Landlock(2, "because").title(true));
        assertFalse(new Landlock(5, "because").holds());
        assertTrue(new Landlock(6, "because").holds());
    }

    /** The lock of one program is its own: neither ours, nor the next one's. */
    @Test
    void whatIsLockedUpInOneFolderMayWriteThere() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Path other = Files.createDirectory(folder.resolve("other"));
        String tries = "for f; do echo x 2>&1 >$f/it && mv $f/it $f/that && echo $f; done";
        Ready ready = new Ready(List.of("/bin/sh", "-c", tries, "sh")).sharing(shared);
        List<String> arguments = List.of(own.toString(), shared.toString(), other.toString());
        Probe probe = Probe.of(landlock().around(ready, arguments, own));
        assertTrue(probe.said().startsWith(own + "\n" + shared + "\n"), probe.said());
        assertFalse(probe.said().contains("\n" + other + "\n"), probe.said());
        assertTrue(Files.exists(own.resolve("that")));
        assertFalse(Files.exists(other.resolve("it")));
    }

    /** Nor is anything else of ours open to it: what is open is not asked for by Landlock. */
    @Test
    void whatIsLockedUpHasNoFilesOpen() {
        Ready ready = new Ready(List.of("/bin/sh", "-c", "ls /proc/$$/fd; true"));
        Probe probe = Probe.of(landlock().around(ready, List.of(), folder));
        assertEquals("0\n1\n2", probe.said());
    }
}
