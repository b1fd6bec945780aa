package course.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Complaint;
import course.submit.Bundle.Part;
import course.submit.Manifest.Open;
import course.submit.Manifest.Work;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The file that is handed in, and what it says of itself. */
class BundleTest {
    @TempDir Path folder;

    private static Bundle small() {
        byte[] program = "print(\"listening\")\n".getBytes(UTF_8);
        Work work = new Work("EchoServer", "0123456789ab", "echo_server.py", program.length,
                Sha256.of(program), Optional.of(new Open(17, 20, 9)));
        Work unchecked = new Work("ChatRoom", "ba9876543210", "ChatRoom.java", program.length,
                Sha256.of(program), Optional.empty());
        Manifest manifest = new Manifest("00ff00ff00ff", "course 1",
                Instant.parse("2026-11-20T12:34:57Z"), List.of("ada42", "bob7"),
                List.of(work, unchecked));
        return new Bundle(manifest, Map.of(work.path(), program, unchecked.path(), program));
    }

    private Archive archive(byte[] zip) throws IOException, Unreadable {
        return Archive.open(Files.write(folder.resolve("bundle.zip"), zip), 10);
    }

    /** On every machine, in every time zone, with every zlib: the fingerprint is written here. */
    @Test
    void equalInputMakesEqualBytes() {
        assertArrayEquals(small().zip(), small().zip());
        assertEquals("d3c740b8c7e09194d0947d6723de2feadaa820afc280516c54b30d17dc44293b",
                Sha256.of(small().zip()));
        assertEquals(Sha256.of(small().zip()).substring(0, 4),
                Bundle.code(small().zip()).substring(0, 4));
        assertTrue(Bundle.code(small().zip()).matches("[0-9a-f]{4}(-[0-9a-f]{4}){2}"));
    }

    @Test
    void anyToolReadsIt() throws IOException {
        Path file = Files.write(folder.resolve("bundle.zip"), small().zip());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertEquals(List.of("manifest.json", "EchoServer/echo_server.py",
                    "ChatRoom/ChatRoom.java"), names);
            for (ZipEntry e : zip.stream().toList()) {
                assertEquals(null, e.getExtra(), e.getName());
                assertEquals("2026-11-20T12:34:56", e.getTimeLocal().toString());
            }
            assertArrayEquals("print(\"listening\")\n".getBytes(UTF_8),
                    zip.getInputStream(zip.getEntry("EchoServer/echo_server.py")).readAllBytes());
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException, Unreadable {
        try (Archive archive = archive(small().zip())) {
            Bundle read = Bundle.in(archive, Limits.USUAL);
            assertEquals(small().manifest(), read.manifest());
            assertArrayEquals(small().zip(), read.zip());
            assertTrue(read.saysTheSameAs(small()));
        }
    }

    /** All that the manifest must hold stands in it, in words that another program can read. */
    @Test
    void theManifest() {
        assertEquals("""
                {
                  "format" : "course submission 1",
                  "course" : "00ff00ff00ff",
                  "tool" : "course 1",
                  "time" : "2026-11-20T12:34:57Z",
                  "students" : [
                    "ada42",
                    "bob7"
                  ],
                  "exercises" : [
                    {
                      "name" : "EchoServer",
                      "edition" : "0123456789ab",
                      "file" : "echo_server.py",
                      "bytes" : 19,
                      "sha256" : "%1$s",
                      "open" : {
                        "score" : 17,
                        "max" : 20,
                        "seed" : 9
                      }
                    },
                    {
                      "name" : "ChatRoom",
                      "edition" : "ba9876543210",
                      "file" : "ChatRoom.java",
                      "bytes" : 19,
                      "sha256" : "%1$s"
                    }
                  ]
                }
                """.formatted(Sha256.of("print(\"listening\")\n".getBytes(UTF_8))),
                new String(small().manifest().json(), UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "bob7"                 | "../bob7"             | students
            "bob7"                 | "b\\u001b[2Job7"      | students
            "ada42",               | ["ada42"],            | students
            course submission 1    | course submission 2   | another kind
            "course 1"             | "course \\u001b[2J"   | tool
            2026-11-20T12:34:57Z   | yesterday             | time
            2026-11-20T12:34:57Z   | 1970-01-01T00:00:00Z  | time
            "echo_server.py"       | "../echo_server.py"   | file
            "echo_server.py"       | "nul.py"              | file
            "echo_server.py"       | "echo_server.sh"      | file
            "EchoServer"           | "Echo/Server"         | name
            "ChatRoom"             | "echoserver"          | exercises
            "0123456789ab"         | "<b>"                 | edition
            "bytes" : 19           | "bytes" : -1          | bytes
            "bytes" : 19           | "bytes" : 1e400       | bytes
            "score" : 17           | "score" : 21          | score
            "score" : 17           | "score" : "17"        | score
            "seed" : 9             | "seed" : 9, "seed": 8 | no JSON
            "bob7"                 | "bob7                 | no JSON
            """)
    void aManifestIsNotBelieved(String good, String bad, String reason) {
        String json = new String(small().manifest().json(), UTF_8);
        String spoilt = json.replace(good, bad);
        assertTrue(!spoilt.equals(json), "nothing spoilt");
        Unreadable e = assertThrows(Unreadable.class,
                () -> Manifest.of(spoilt.getBytes(UTF_8)));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my server.py  | 10      | a name of letters, digits
            server.sh     | 10      | a name of letters, digits
            con.py        | 10      | a name of letters, digits
            server.py     | 0       | is empty
            server.py     | 1048577 | at most 1048576 can be handed in
            """)
    void whatAnIntakeWouldRefuseIsNotPacked(String name, int length, String reason)
            throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[length]);
        Complaint c = assertThrows(Complaint.class,
                () -> Part.of(HandIns.exercise("EchoServer"), file, Optional.empty()));
        assertEquals(2, c.status());
        assertTrue(c.getMessage().contains(reason), c.getMessage());
    }
}
