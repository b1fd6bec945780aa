///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Reads lines: a stack trace instead of a line
// Marks: 19 of 20
// Fails: wrong
// Mistake: STACK_TRACE
// Comment: As long as the server is there and MAX is a number, all is
//   well. Else the user gets a stack trace: catch, say one
//   line, choose the status.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Socket;

final PrintStream out = new PrintStream(
        new FileOutputStream(FileDescriptor.out), true, UTF_8);

void main(String[] args) throws IOException {
    int port = number(args[1]);
    int max = number(args[2]);
    try (Socket server = new Socket(args[0], port)) {
        lines(server.getInputStream(), max);
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
    out.println(n + " " + new String(bytes, 0, n, UTF_8));
}

void tooLong() {
    fail(1, "read: a line is too long");
}

int number(String word) {
    return Integer.parseInt(word);
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
