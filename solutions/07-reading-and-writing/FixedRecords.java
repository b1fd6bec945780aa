///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Speaks in records of 80 bytes: the solution of an exercise
// A client says texts, each in a record of 80 bytes, and prints the
// text of each record that comes back. 80 is 80: nothing else ends it.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.Socket;

static final int SIZE = 80;

// System.out is in the machine's charset, this is not
final PrintStream out = new PrintStream(
        new FileOutputStream(FileDescriptor.out), true, UTF_8);

void main(String[] args) {
    if (args.length < 3)
        fail(2, "usage: FixedRecords HOST PORT TEXT [TEXT ...]");
    int port = port(args[1]);
    // all of them are looked at before anybody is called
    List<byte[]> records = new ArrayList<>();
    for (int i = 2; i < args.length; i++) records.add(record(args[i]));
    try (Socket server = new Socket(args[0], port)) {
        for (byte[] record : records) {
            server.getOutputStream().write(record);
            // no buffered reader: what is not asked for stays where
            // it is, and belongs to the next reply
            byte[] reply = server.getInputStream().readNBytes(SIZE);
            if (reply.length < SIZE)
                fail(1, "read: only " + reply.length + " bytes of "
                        + SIZE);
            out.println(text(reply));
        }
    } catch (ConnectException | UnknownHostException e) {
        fail(1, "connect: " + e.getMessage());
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
}

byte[] record(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    // bytes, not characters; copyOf would cut without a word
    if (bytes.length > SIZE)
        fail(2, "text: more than " + SIZE + " bytes: " + text);
    return Arrays.copyOf(bytes, SIZE);
}

String text(byte[] record) {
    int end = 0;
    while (end < SIZE && record[end] != 0) end++;
    return new String(record, 0, end, UTF_8);
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 1 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below, as a number out of range is
    }
    return fail(2, "port: not a number from 1 to 65535: " + word);
}

/** One line instead of a stack trace: the user is no programmer. */
int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
