///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Reads lines with a limit: the solution of an exercise
// A client prints each line that a server says, and how long it is.
// It counts while it collects, since the end may never come.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.Socket;

// System.out is in the machine's charset, this is not
final PrintStream out = new PrintStream(
        new FileOutputStream(FileDescriptor.out), true, UTF_8);

void main(String[] args) {
    if (args.length != 3) fail(2, "usage: LineReader HOST PORT MAX");
    int port = number("port", args[1], 65535);
    int max = number("max", args[2], 1000000);
    try (Socket server = new Socket(args[0], port)) {
        // so that a byte does not cost a system call
        var in = new BufferedInputStream(server.getInputStream());
        int number = 0;
        for (byte[] line; (line = line(in, max)) != null; number++) {
            if (line.length > max)
                fail(1, "read: line " + (number + 1) + " is longer"
                        + " than " + max + " bytes");
            // decoded when it is whole, and counted before
            out.println(line.length + " " + new String(line, UTF_8));
        }
    } catch (ConnectException | UnknownHostException e) {
        fail(1, "connect: " + e.getMessage());
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
}

/** The next one; the beginning of one that is too long; or null. */
byte[] line(InputStream in, int max) throws IOException {
    var line = new ByteArrayOutputStream();
    boolean afterReturn = false;
    // one more than allowed may be the \r of the end, no more than one
    while (line.size() <= max + (afterReturn ? 1 : 0)) {
        int b = in.read();
        if (b < 0 && line.size() == 0) return null;
        if (b < 0) return line.toByteArray();
        if (b == '\n') {
            int end = line.size() - (afterReturn ? 1 : 0);
            return Arrays.copyOf(line.toByteArray(), end);
        }
        line.write(b);
        afterReturn = b == '\r';
    }
    return line.toByteArray();
}

int number(String what, String word, int most) {
    try {
        int number = Integer.parseInt(word);
        if (number >= 1 && number <= most) return number;
    } catch (NumberFormatException said) {
        // told below, as a number out of range is
    }
    return fail(2, what + ": not a number from 1 to " + most + ": "
            + word);
}

/** One line instead of a stack trace: the user is no programmer. */
int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
