package course.submit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is handed in to do harm: each is refused in one line that says why, the honest neighbour is
 * taken all the same, and nothing is written anywhere but in the intake's own folder.
 */
class RefusalTest {
    private static final String HONEST = "ada42/EchoServer.java";
    private static final byte[] PROGRAM = HandIns.program("bad").getBytes(UTF_8);

    @TempDir Path folder;

    private record Outcome(List<Submission> taken, List<Refusal> refused) {}

    private Outcome intake(byte[] zip, Limits limits) throws IOException {
        Path around = Files.createDirectory(folder.resolve("around"));
        Path in = Files.createDirectory(around.resolve("in"));
        Path into = Files.createDirectory(around.resolve("into"));
        Path file = Files.write(in.resolve("class.zip"), zip);
        try (Intake intake = Intake.of(file, HandIns.options().into(into), limits)) {
            for (Submission s : intake.taken()) {
                assertTrue(s.file().toRealPath().startsWith(into.toRealPath()), s.toString());
            }
            try (Stream<Path> all = Files.walk(around)) {
                List<Path> strange = all.filter(f -> !f.startsWith(into))
                        .filter(f -> !List.of(around, in, file).contains(f))
                        .toList();
                assertEquals(List.of(), strange);
            }
            return new Outcome(intake.taken(), intake.refused());
        }
    }

    private static Arguments bad(String title, String reason, StrangeZip zip) {
        return Arguments.of(title, reason, zip);
    }

    private static StrangeZip named(String name) {
        return new StrangeZip().with(name, PROGRAM, e -> e);
    }

    private static StrangeZip odd(UnaryOperator<StrangeZip.Entry> strange) {
        return new StrangeZip().with("eve/EchoServer.java", PROGRAM, strange);
    }

    private static byte[] zeros(int length) {
        byte[] zeros = new byte[length];
        Arrays.fill(zeros, (byte) ' ');
        return zeros;
    }

    static Stream<Arguments> entries() {
        return Stream.of(
                bad("zip-slip", "leads out of its folder", named("../../EchoServer.java")),
                bad("dots within", "leads out of its folder", named("eve/../../EchoServer.java")),
                bad("absolute", "absolute path", named("/tmp/EchoServer.java")),
                bad("drive letter", "drive letter", named("C:/eve/EchoServer.java")),
                bad("stream of NTFS", "colon", named("eve/EchoServer.java:x.java")),
                bad("backslash", "backslash", named("..\\..\\EchoServer.java")),
                bad("share of Windows", "backslash", named("\\\\host\\EchoServer.java")),
                bad("empty name", "no name", named("")),
                bad("empty part", "no proper path", named("eve//EchoServer.java")),
                bad("dot", "no proper path", named("./EchoServer.java")),
                bad("long name", "more than 512", named("e".repeat(600) + ".java")),
                bad("escape", "a terminal would obey", named("eve/\u001b[2JEchoServer.java")),
                bad("newline", "a terminal would obey", named("eve/Echo\nServer.java")),
                bad("carriage return", "would obey", named("eve/Echo\rServer.java")),
                bad("NUL", "would obey", named("eve/EchoServer.java\0.txt")),
                bad("C1", "would obey", named("eve/\u009b2JEchoServer.java")),
                bad("bidi", "would obey or hide", named("eve/\u202eEchoServer.java")),
                bad("isolate", "would obey or hide", named("eve/\u2067EchoServer.java")),
                bad("no width", "would obey or hide", named("eve/Echo\u200bServer.java")),
                bad("separator", "would obey or hide", named("eve/Echo\u2028Server.java")),
                bad("no UTF-8", "would obey or hide", odd(e -> new StrangeZip.Entry(
                        "\u00c3\u0028.java".getBytes(ISO_8859_1),
                        e.local(), e.packed(), 8, 0x800, e.mode(), e.size(), e.crc()))),
                bad("HTML", "called after no exercise", named("eve/<img src=x onerror=1>.java")),
                bad("device", "called after no exercise", named("eve/nul.java")),
                bad("other kind", "neither a bundle nor a program", named("eve/EchoServer.exe")),
                bad("link", "is a link", odd(e -> e.mode(StrangeZip.LINK))),
                bad("device file", "special file", odd(e -> e.mode(StrangeZip.DEVICE))),
                bad("encrypted", "encrypted", odd(e -> e.flags(0x801))),
                bad("strongly encrypted", "encrypted", odd(e -> e.flags(0x841))),
                bad("LZMA", "not read here (14)", odd(e -> e.method(14))),
                bad("two names", "two names", odd(e -> e.local("eve/EchoServer.txt"))),
                bad("says less", "another size", odd(e -> e.size(5))),
                bad("says more", "another size", odd(e -> e.size(5000))),
                bad("stored, another size", "another size", odd(e -> e.method(0).size(9))),
                bad("says far too much", "at most 1048576", odd(e -> e.size(0xFFFFFFFFL))),
                bad("checksum", "checksum", odd(e -> e.crc(7))),
                bad("rubbish", "is damaged", odd(e -> new StrangeZip.Entry(e.name(), e.local(),
                        noise(500), 8, e.flags(), e.mode(), e.size(), e.crc()))),
                bad("empty file", "is empty", new StrangeZip().with("eve/EchoServer.java", "")),
                bad("huge", "at most 1048576", new StrangeZip()
                        .with("eve/EchoServer.java", noise(1 << 20 | 1), e -> e)),
                bad("bomb", "more than 200 times", new StrangeZip()
                        .with("eve/EchoServer.java", zeros(1 << 20), e -> e)),
                bad("bomb that lies", "another size", new StrangeZip()
                        .with("eve/EchoServer.java", zeros(50 << 20), e -> e.size(1000))),
                bad("twice", "more than once", new StrangeZip()
                        .with("eve/EchoServer.java", "1").with("eve/EchoServer.java", "2")),
                bad("case", "more than once", new StrangeZip()
                        .with("eve/EchoServer.java", "1").with("Eve/echoserver.java", "2")),
                bad("sharp s", "more than once", new StrangeZip()
                        .with("stra\u00dfe/EchoServer.java", "1")
                        .with("strasse/EchoServer.java", "2")),
                bad("NFC and NFD", "more than once", new StrangeZip()
                        .with("zo\u00eb/EchoServer.java", "1")
                        .with("zoe\u0308/EchoServer.java", "2")),
                bad("file and folder", "a file and a folder", new StrangeZip()
                        .with("eve/EchoServer.java", "1")
                        .with("eve/EchoServer.java/EchoServer.java", "2")),
                bad("folder named like it", "a file and a folder", new StrangeZip()
                        .with("eve/EchoServer.java", "1").folder("eve/echoserver.java/")),
                bad("zip in zip in zip", "zip in a zip", new StrangeZip().with("eve/1.zip",
                        new StrangeZip().with("2.zip", new StrangeZip().with("EchoServer.java", "1")
                                .bytes(), e -> e).bytes(), e -> e)),
                bad("bundle in zip in zip", "zip in a zip", new StrangeZip().with("eve/1.zip",
                        new StrangeZip().with("2.zip", HandIns.bundle("eve", "1"), e -> e)
                                .bytes(), e -> e)),
                bad("no zip", "is no zip", new StrangeZip().with("eve/1.zip", "PK?".repeat(50))),
                bad("empty zip file", "is empty", new StrangeZip().with("eve/1.zip", "")),
                bad("short zip", "is no zip", new StrangeZip().with("eve/1.zip", "PK")),
                bad("zip cut off", "end is missing", new StrangeZip().with("eve/1.zip",
                        Arrays.copyOf(HandIns.bundle("eve", "1"), 900), e -> e)),
                bad("zip cut off in front", "broken zip", new StrangeZip().with("eve/1.zip",
                        fromByte(100, HandIns.bundle("eve", "1")), e -> e)));
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] fromByte(int start, byte[] all) {
        return Arrays.copyOfRange(all, start, all.length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void inAClass(String title, String reason, StrangeZip zip) throws IOException {
        Outcome outcome = intake(zip.with(HONEST, HandIns.program("good")).bytes(), Limits.USUAL);
        assertEquals(List.of("ada42"), outcome.taken().stream().map(Submission::student).toList());
        assertTrue(!outcome.refused().isEmpty());
        for (Refusal r : outcome.refused()) {
            assertTrue(r.reason().contains(reason), r.toString());
            assertEquals(1, r.toString().lines().count());
            assertTrue(r.toString().codePoints().noneMatch(c -> c < ' ' || c > 0x7e && c < 0xa0
                    || Character.getType(c) == Character.FORMAT || c == 0x2028), r.toString());
            assertTrue(r.origin().startsWith("class.zip \u203a "), r.toString());
        }
    }

    /** A student's bundle is sound or it is nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void inABundle(String title, String reason, StrangeZip zip) throws IOException {
        String manifest = new String(HandIns.manifest("eve").json(), UTF_8);
        zip.with("manifest.json", manifest)
                .with("EchoServer/EchoServer.java", HandIns.program("bad"));
        StrangeZip all = new StrangeZip().with("eve.zip", zip.bytes(), e -> e)
                .with(HONEST, HandIns.program("good"));
        Outcome outcome = intake(all.bytes(), Limits.USUAL);
        assertEquals(List.of("ada42"), outcome.taken().stream().map(Submission::student).toList());
        assertEquals(1, outcome.refused().size(), outcome.refused().toString());
        assertEquals("class.zip \u203a eve.zip", outcome.refused().getFirst().origin());
    }

    @Test
    void tenThousandEntries() throws IOException {
        StrangeZip many = new StrangeZip();
        IntStream.range(0, 10_000).forEach(i -> many.with("s" + i + "/EchoServer.java", "x"));
        Outcome outcome = intake(many.bytes(), Limits.USUAL);
        assertEquals(List.of(new Refusal("class.zip", "has 10000 entries, at most 5000 are taken")),
                outcome.refused());
        assertEquals(List.of(), outcome.taken());
    }

    @Test
    void manyEntriesOfOneStudent() throws IOException {
        StrangeZip many = new StrangeZip();
        IntStream.range(0, 300).forEach(i -> many.with("f" + i + ".txt", "x"));
        StrangeZip all = new StrangeZip().with("eve/1.zip", many.bytes(), e -> e)
                .with(HONEST, HandIns.program("good"));
        Outcome outcome = intake(all.bytes(), Limits.USUAL);
        assertEquals("has 300 entries, at most 200 are taken",
                outcome.refused().getFirst().reason());
        assertEquals(1, outcome.taken().size());
    }

    @Test
    void moreThanAllMayHold() throws IOException {
        Limits small = new Limits(1000, 1000, 1500, 10, 10, 10);
        StrangeZip zip = new StrangeZip();
        for (String s : List.of("ada42", "bob7", "cy3")) {
            zip.with(s + "/EchoServer.java", "x".repeat(700));
        }
        Outcome outcome = intake(zip.bytes(), small);
        assertEquals(2, outcome.taken().size());
        assertEquals("is more than all zips may hold", outcome.refused().getFirst().reason());
    }

    @Test
    void aClassZipThatIsCutOffIsOneLine() throws IOException {
        byte[] whole = new StrangeZip().with(HONEST, HandIns.program("good")).bytes();
        Outcome outcome = intake(Arrays.copyOf(whole, whole.length - 5), Limits.USUAL);
        assertEquals(List.of(new Refusal("class.zip", "is no zip, or its end is missing")),
                outcome.refused());
    }

    /** Every seventh byte of a bundle is turned, each alone: never an exception, no other text. */
    @Test
    void noBrokenByteBreaksTheIntake() throws IOException {
        byte[] whole = HandIns.bundle("ada42", "good");
        Path file = folder.resolve("b.zip");
        Intake.Options options = HandIns.options();
        for (int at = 0; at < whole.length; at += 7) {
            byte[] broken = whole.clone();
            broken[at] ^= (byte) 0xFF;
            Files.write(file, broken);
            try (Intake intake = Intake.of(file, options)) {
                // an attribute or a time that nobody reads may differ
                assertTrue(intake.taken().size() + intake.refused().size() >= 1, "byte " + at);
                for (Submission s : intake.taken()) {
                    assertEquals(HandIns.program("good"), Files.readString(s.file()), "byte " + at);
                }
            }
        }
    }

    @Test
    void linksInAFolder() throws IOException {
        Path secret = Files.writeString(folder.resolve("EchoServer.java"), "secret");
        Path in = Files.createDirectories(folder.resolve("class/eve")).getParent();
        Files.createSymbolicLink(in.resolve("eve/EchoServer.java"), secret);
        Files.createSymbolicLink(in.resolve("elsewhere"), folder);
        Files.createDirectories(in.resolve("ada42/ChatRoom.java"));
        Files.writeString(in.resolve(HONEST), HandIns.program("good"));
        try (Intake intake = Intake.of(in, HandIns.options())) {
            assertEquals(List.of(new Refusal("class \u203a elsewhere", "is a link"),
                    new Refusal("class \u203a eve/EchoServer.java", "is a link")),
                    intake.refused());
            assertEquals(1, intake.taken().size());
        }
    }
}
