///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Reads lines: everything first, the lines afterwards
// Marks: 18 of 20
// Fails: tooLong
// Mistake: WAITS_FOR_END
// Comment: You read until the server ends, and then look for lines. A
//   server that goes on for ever gets all your memory, and you
//   never say a word.

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
    byte[] all = unbuffered.readAllBytes();
    int from = 0;
    for (int i = 0; i < all.length; i++) {
        if (all[i] != '\n') continue;
        if (i - from > max + 1) tooLong();
        print(Arrays.copyOfRange(all, from, i), true, max);
        from = i + 1;
    }
    if (from < all.length)
        print(Arrays.copyOfRange(all, from, all.length), false, max);
}

void print(byte[] bytes, boolean ended, int max) {
    int n = bytes.length;
    if (ended && n > 0 && bytes[n - 1] == '\r') n--;
    out.println(n + " " + new String(bytes, 0, n, UTF_8));
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
