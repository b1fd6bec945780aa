///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Finds out what answers there: a read, a message
// Marks: 18 of 20
// Fails: pieces
// Comment: A read of at most eight bytes brings at most eight bytes.
//   It often brings eight, because the stream is in no hurry; when it
//   brings one, you lose a message. Read on until you have eight.

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;

static final int MESSAGES = 8;
static final int SILENCE = 400; // ms
static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "");
    List<Integer> came = new ArrayList<>();
    String transport = "tcp";
    String end = "";
    try (Socket stream = new Socket(HERE, port)) {
        end = byStream(stream, came);
    } catch (ConnectException nobodyListens) {
        transport = "udp";
        end = byDatagram(port, came);
    } catch (IOException e) {
        fail(1, "write: " + e.getMessage());
    }
    if (came.isEmpty()) fail(1, "read: nobody answers");
    report(transport, came, end);
}

/** How it ended; what came before that counts in any case. */
String byStream(Socket stream, List<Integer> came) throws IOException {
    stream.setSoTimeout(SILENCE);
    OutputStream out = stream.getOutputStream();
    for (int n = 1; n <= MESSAGES; n++) out.write(message(n));
    stream.shutdownOutput();
    try {
        InputStream in = stream.getInputStream();
        byte[] whole = new byte[message(1).length];
        for (int n; (n = in.read(whole)) >= 0; ) {
            number(Arrays.copyOf(whole, n), came);
        }
        return "seen";
    } catch (SocketTimeoutException e) {
        return "silence";
    } catch (IOException e) {
        return "broken";
    }
}

/** The only end that datagrams have is that no more of them come. */
String byDatagram(int port, List<Integer> came) {
    try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
        // connected: then strangers are not heard
        socket.connect(HERE, port);
        socket.setSoTimeout(SILENCE);
        for (int n = 1; n <= MESSAGES; n++) {
            byte[] data = message(n);
            socket.send(new DatagramPacket(data, data.length));
        }
        while (true) {
            // one byte more than a message: what fills it is too long
            byte[] room = new byte[message(1).length + 1];
            var packet = new DatagramPacket(room, room.length);
            socket.receive(packet);
            number(Arrays.copyOf(room, packet.getLength()), came);
        }
    } catch (SocketTimeoutException | PortUnreachableException e) {
        return "silence";
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
        return "";
    }
}

/** Notes its number, if it is one of ours and whole. */
void number(byte[] data, List<Integer> came) {
    for (int n = 1; n <= MESSAGES; n++) {
        if (Arrays.equals(data, message(n))) came.add(n);
    }
}

void report(String transport, List<Integer> came, String end) {
    List<Integer> lost = new ArrayList<>();
    List<Integer> twice = new ArrayList<>();
    for (int n = 1; n <= MESSAGES; n++) {
        int times = Collections.frequency(came, n);
        if (times == 0) lost.add(n);
        if (times > 1) twice.add(n);
    }
    IO.println("transport " + transport);
    IO.println("came " + listed(came));
    IO.println("lost " + listed(lost));
    IO.println("twice " + listed(twice));
    IO.println("end " + end);
}

String listed(List<Integer> numbers) {
    if (numbers.isEmpty()) return "none";
    return String.join(" ",
            numbers.stream().map(String::valueOf).toList());
}

byte[] message(int number) {
    return ("probe " + number + "\n").getBytes(US_ASCII);
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

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
