///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Gets a page by HTTP: if it is text
// Marks: 18 of 20
// Fails: anyBytes
// Mistake: CHARSET
// Comment: A reader decodes whatever comes, and a picture is no UTF-8:
//   each of its bytes that is no character comes out as something
//   else. And Content-Length counts bytes, not characters. The head is
//   text; the body is yours to hand on.

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.UnknownHostException;

static final int LONGEST_HEAD = 16_384;
static final Pattern STATUS_LINE =
        Pattern.compile("HTTP/1\\.[0-9] ([1-9][0-9]{2})( .*)?");

void main(String[] args) {
    if (args.length != 3) fail(2, "usage: HttpGet HOST PORT PATH");
    int port = port(args[1]);
    // or the path could bring lines of its own into the request
    if (!args[2].matches("/[!-~]*")) {
        fail(2, "path: not / and printable ASCII");
    }
    try (Socket server = connected(args[0], port)) {
        String request = "GET " + args[2] + " HTTP/1.0\r\n"
                + "Host: " + args[0] + ":" + port + "\r\n\r\n";
        server.getOutputStream().write(request.getBytes(ISO_8859_1));
        answer(new BufferedReader(new InputStreamReader(
                server.getInputStream(), UTF_8)));
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
}

void answer(BufferedReader in) throws IOException {
    String[] head = head(in).split("\n");
    Matcher status = STATUS_LINE.matcher(head[0]);
    if (!status.matches()) {
        throw new ProtocolException("no status line");
    }
    if (!status.group(1).startsWith("2")) {
        fail(3, "status: " + head[0].substring(9).strip());
    }
    // 204 has no body, and no header that says so
    if (status.group(1).equals("204")) return;
    long length = length(head);
    PrintWriter out = new PrintWriter(System.out);
    if (length >= 0) copy(in, out, length);
    else in.transferTo(out);
    out.flush();
}

/** All that comes before the empty line. */
String head(BufferedReader in) throws IOException {
    StringBuilder head = new StringBuilder();
    String line;
    while ((line = in.readLine()) != null) {
        if (line.isEmpty()) return head.toString();
        head.append(line).append("\n");
        if (head.length() > LONGEST_HEAD) {
            throw new ProtocolException("the head is too long");
        }
    }
    throw new EOFException("the head has no end");
}

/** As Content-Length has it, or -1: then only the end ends it. */
long length(String[] head) throws IOException {
    long length = -1;
    for (int i = 1; i < head.length; i++) {
        int colon = head[i].indexOf(':');
        if (colon < 0) {
            throw new ProtocolException("a header without a colon");
        }
        String name = head[i].substring(0, colon);
        String value = head[i].substring(colon + 1).strip();
        if (name.equalsIgnoreCase("Transfer-Encoding")) {
            throw new ProtocolException(
                    "the body is encoded: " + value);
        }
        if (name.equalsIgnoreCase("Content-Length")) {
            if (!value.matches("[0-9]{1,18}")) {
                throw new ProtocolException(
                        "no length: " + value);
            }
            length = Long.parseLong(value);
        }
    }
    return length;
}

void copy(BufferedReader in, PrintWriter out, long length)
        throws IOException {
    char[] some = new char[8192];
    for (long left = length; left > 0; ) {
        int n = in.read(some, 0, (int) Math.min(some.length, left));
        if (n < 0) throw new EOFException(left + " bytes are missing");
        out.write(some, 0, n);
        left -= n;
    }
}

Socket connected(String host, int port) throws IOException {
    Socket server = new Socket();
    String call = "getaddrinfo";
    try {
        InetAddress address = InetAddress.getByName(host);
        call = "connect";
        server.connect(new InetSocketAddress(address, port));
    } catch (UnknownHostException e) {
        fail(1, call + ": unknown host " + host);
    } catch (IOException e) {
        fail(1, call + ": " + e.getMessage());
    }
    return server;
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
    // what came before the trouble is not lost with it
    System.out.flush();
    System.err.println(line);
    System.exit(status);
    return status;
}
