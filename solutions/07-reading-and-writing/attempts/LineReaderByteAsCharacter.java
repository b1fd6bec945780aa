///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Reads lines: a byte for a character
// Marks: 18 of 20
// Fails: utf8
// Mistake: CHARSET
// Comment: You turn each byte into a character of its own. Collect
//   the bytes, and decode the line as a whole.

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.Socket;

final PrintStream out = new PrintStream(
        new FileOutputStream(FileDescriptor.out), true, UTF_8);

void main(String[] args) {
    int port = number(args[1]);
    int max = number(args[2]);
    try (Socket server = new Socket(args[0], port)) {
        lines(server.getInputStream(), max);
    } catch (ConnectException e) {
        fail(1, "connect: " + e.getMessage());
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
}

void lines(InputStream unbuffered, int max) throws IOException {
    var in = new BufferedInputStream(unbuffered);
    var line = new ByteArrayOutputStream();
    for (int b; (b = in.read()) >= 0; ) {
        if (b == '\n') {
            print(line.toByteArray(), true, max);
            line.reset();
        } else {
            line.write(b);
            if (line.size() > max + (b == '\r' ? 1 : 0)) tooLong();
        }
    }
    if (line.size() > 0) print(line.toByteArray(), false, max);
}

void print(byte[] bytes, boolean ended, int max) {
    int n = bytes.length;
    if (ended && n > 0 && bytes[n - 1] == '\r') n--;
    out.println(n + " " + new String(bytes, 0, n, ISO_8859_1));
}

void tooLong() {
    fail(1, "read: a line is too long");
}

int number(String word) {
    try {
        return Integer.parseInt(word);
    } catch (NumberFormatException e) {
        fail(2, "not a number: " + word);
        return 0;
    }
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
