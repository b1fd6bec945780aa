package course.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void bytesAsALiteral() {
        assertEquals("\"a\\r\\n\\\"\\\\\"", Quoted.bytes("a\r\n\"\\".getBytes(UTF_8)));
        assertEquals("\"Zo\u00eb\"", Quoted.bytes("Zo\u00eb".getBytes(UTF_8)));
        assertEquals("\"\\xc3\"", Quoted.bytes(new byte[] {(byte) 0xc3}));
        assertEquals("\"\\x1b[2J\"", Quoted.bytes("\u001b[2J".getBytes(UTF_8)));
    }

    @Test
    void textThatWouldTurnAroundOrCommand() {
        assertEquals("\u241b[2J", Quoted.line("\u001b[2J", 80));
        assertEquals("a\ufffdb", Quoted.line("a\u202eb", 80));
        assertEquals("a\ufffdb", Quoted.line("a\u009bb", 80));
        assertEquals("abc \u2026", Quoted.line("abcdef", 3));
    }
}
