///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION 80-byte records: one buffer for all texts
// Marks: 18 of 20
// Fails: padding
// Comment: You use one buffer for all your texts, and do not clear
//   it: behind a short one stands the rest of a longer one
//   before.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.Socket;

final PrintStream out = new PrintStream(
        new FileOutputStream(FileDescriptor.out), true, UTF_8);

void main(String[] args) {
    if (args.length < 3) fail(2, "usage: HOST PORT TEXT ...");
    int port = Integer.parseInt(args[1]);
    byte[] record = new byte[80];
    try (Socket server = new Socket(args[0], port)) {
        for (int i = 2; i < args.length; i++) {
            byte[] text = record(args[i]);
            System.arraycopy(text, 0, record, 0, text.length);
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
    return bytes;
}

String text(byte[] record) {
    int end = 0;
    while (end < record.length && record[end] != 0) end++;
    return new String(record, 0, end, UTF_8);
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
