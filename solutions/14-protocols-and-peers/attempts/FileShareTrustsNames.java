///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Hands out files, fetches some: from anywhere
// Marks: 17 of 20
// Fails: outside
// Comment: You hang the name behind your folder and open what is there.
//   With ../ in it that is whatever your user may read: keys, mails,
//   other people's solutions. A name that leads somewhere is no name.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

static final int HERE = 0;
static final int NOT_HERE = 1;
static final int LONGEST_NAME = 255;

void main(String[] args) {
    if (args.length != 2 && args.length != 4) {
        fail(2, "usage: FileShare FOLDER PORT | HOST PORT NAME");
    }
    Path folder = Path.of(args[0]);
    if (!Files.isDirectory(folder)) fail(2, "no folder: " + args[0]);
    if (args.length == 2) {
        serve(folder, port(args[1], 0));
    } else {
        if (!isName(args[3])) fail(2, "name: it should lead nowhere");
        fetch(folder, args[1], port(args[2], 1), args[3]);
    }
}

/** A name leads nowhere: it has no slash, and is not one of two. */
boolean isName(String text) {
    int length = text.getBytes(UTF_8).length;
    return length >= 1 && length <= LONGEST_NAME
            && text.indexOf('/') < 0 && text.indexOf('\0') < 0
            && !text.equals(".") && !text.equals("..");
}

void serve(Path folder, int port) {
    try (ServerSocket server = listening(port)) {
        IO.println("listening on 127.0.0.1 port "
                + server.getLocalPort());
        System.out.flush();
        while (true) {
            @SuppressWarnings("resource") // closed by its thread
            Socket client = server.accept();
            Thread.ofVirtual().start(() -> attend(client, folder));
        }
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

void attend(Socket client, Path folder) {
    try (client) {
        InputStream in = client.getInputStream();
        // one byte more tells a long name from one that is too long;
        // the rest is read all the same, or our close would break
        // the connection, and the answer might be lost with it
        byte[] name = in.readNBytes(LONGEST_NAME + 1);
        in.skip(Long.MAX_VALUE);
        answer(client.getOutputStream(), folder, name);
    } catch (IOException e) {
        // one who breaks off is a matter of this thread alone
        System.err.println("client: " + e.getMessage());
    }
}

void answer(OutputStream to, Path folder, byte[] name)
        throws IOException {
    var out = new DataOutputStream(to);
    String text = decoded(name);
    // asked without following: a link is no file
    if (text.isEmpty() || !Files.isRegularFile(folder.resolve(text),
            LinkOption.NOFOLLOW_LINKS)) {
        out.write(NOT_HERE);
        return;
    }
    try (InputStream file = Files.newInputStream(folder.resolve(text),
            LinkOption.NOFOLLOW_LINKS)) {
        long length = Files.size(folder.resolve(text));
        out.write(HERE);
        out.writeLong(length);
        // not more than promised, even if the file has grown
        copy(file, out, length);
    }
}

/** What is no UTF-8 is no name, and not one with question marks. */
String decoded(byte[] name) {
    try {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(name))
                .toString();
    } catch (CharacterCodingException e) {
        return "";
    }
}

void fetch(Path folder, String host, int port, String name) {
    try (Socket peer = connected(host, port)) {
        peer.getOutputStream().write(name.getBytes(UTF_8));
        // the end of our sending is the end of the name
        peer.shutdownOutput();
        var in = new DataInputStream(peer.getInputStream());
        int status = in.readUnsignedByte();
        if (status == NOT_HERE) fail(3, "not there: " + name);
        long length = status == HERE ? in.readLong() : -1;
        if (length < 0) fail(1, "read: this is no answer");
        keep(in, length, folder, name);
    } catch (EOFException e) {
        fail(1, "read: the answer is not complete");
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
}

/** Under its name only when it is complete. */
void keep(InputStream in, long length, Path folder, String name)
        throws IOException {
    Path part = Files.createTempFile(folder, ".", ".part");
    try {
        try (OutputStream file = Files.newOutputStream(part)) {
            copy(in, file, length);
        }
        Files.move(part, folder.resolve(name),
                StandardCopyOption.REPLACE_EXISTING);
    } finally {
        Files.deleteIfExists(part);
    }
}

/** Piece by piece: a length is what somebody has said. */
void copy(InputStream from, OutputStream to, long length)
        throws IOException {
    byte[] some = new byte[65_536];
    for (long left = length; left > 0; ) {
        int n = from.read(some, 0, (int) Math.min(some.length, left));
        if (n < 0) throw new EOFException(left + " bytes are missing");
        to.write(some, 0, n);
        left -= n;
    }
}

ServerSocket listening(int port) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(
                InetAddress.ofLiteral("127.0.0.1"), port), 50);
    } catch (IOException e) {
        fail(1, "bind: " + e.getMessage());
    }
    return server;
}

Socket connected(String host, int port) {
    Socket peer = new Socket();
    String call = "getaddrinfo";
    try {
        InetAddress address = InetAddress.getByName(host);
        call = "connect";
        peer.connect(new InetSocketAddress(address, port));
    } catch (UnknownHostException e) {
        fail(1, call + ": unknown host " + host);
    } catch (IOException e) {
        fail(1, call + ": " + e.getMessage());
    }
    return peer;
}

int port(String word, int least) {
    try {
        int port = Integer.parseInt(word);
        if (port >= least && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below, as a number out of range is
    }
    return fail(2, "port: not a number from " + least + " to 65535: "
            + word);
}

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
