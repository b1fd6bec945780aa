///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION 80-byte records: one read, one record
// Marks: 16 of 20
// Fails: pieces, cutOff
// Mistake: ONE_READ
// Comment: Your read asks for 80 bytes, and takes what comes. That
//   may be fewer, and then the rest is the beginning of your
//   next reply.

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
    byte[] reply = new byte[80];
    int n = in.read(reply);
    if (n < 0) fail(1, "read: the reply is cut off");
    return reply;
}

byte[] record(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length > 80) fail(2, "text: over 80 bytes");
    return Arrays.copyOf(bytes, 80);
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
