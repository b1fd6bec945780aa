///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION 80-byte records: the zero bytes are printed, too
// Marks: 1 of 20
// Fails: oneRecord
// Skips: inTurn, padding, pieces, together, full, behindTheZero,
//   exactly, utf8, tooLong, cutOff, noReply
// Mistake: STALE_BUFFER
// Comment: A Java String has no final zero, and keeps those that you
//   give it. They do not show on a terminal; every program
//   sees them.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.Socket;

final PrintStream out = new PrintStream(
        new FileOutputStream(FileDescriptor.out), true, UTF_8);

void main(String[] args) {
    if (args.length < 3) fail(2, "usage: HOST PORT TEXT ...");
    int port = Integer.parseInt(args[1]);
    List<byte[]> records = new ArrayList<>();
    for (int i = 2; i < args.length; i++) records.add(record(args[i]));
    try (Socket server = new Socket(args[0], port)) {
        for (byte[] record : records) {
            server.getOutputStream().write(record);
            byte[] reply = reply(server.getInputStream());
            out.println(text(reply));
        }
    } catch (ConnectException e) {
        fail(1, "connect: " + e.getMessage());
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
}

byte[] reply(InputStream in) throws IOException {
    byte[] reply = in.readNBytes(80);
    if (reply.length < 80) fail(1, "read: the reply is cut off");
    return reply;
}

byte[] record(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length > 80) fail(2, "text: over 80 bytes");
    return Arrays.copyOf(bytes, 80);
}

String text(byte[] record) {
    return new String(record, UTF_8);
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
