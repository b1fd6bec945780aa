///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A pipe goes one way, a connection two; both have an end
// A pipe has an end to write into and an end to read from. Each end
// of a connection is for both. In either, the reader learns that the
// writer has finished; on a connection the reader may then still
// answer.
// Slides: E-07b K-02b U-04b
// Claims: 6
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    // tag::pipe[]
    Pipe pipe = Pipe.open();
    Pipe.SinkChannel into = pipe.sink();
    Pipe.SourceChannel from = pipe.source();
    saw("pipe, there", "ping", say("ping", into, from));
    // end::pipe[]
    // tag::back[]
    Object end = from; // javac knows that it is no writable channel
    saw("pipe, back", "no way",
        end instanceof WritableByteChannel ? "a way" : "no way");
    // end::back[]

    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(here, 0), 1);
    ByteChannel near = SocketChannel.open(server.getLocalAddress());
    ByteChannel far = server.accept();

    // tag::socket[]
    saw("socket, there", "ping", say("ping", near, far));
    saw("socket, back", "pong", say("pong", far, near));
    // end::socket[]

    // tag::end[]
    into.close();
    saw("pipe, the writer has closed", "the end", hear(from));
    ((SocketChannel) near).shutdownOutput();
    saw("socket, the writer has finished", "the end", hear(far));
    saw("socket, back, still", "pong", say("pong", far, near));
    // end::end[]
    for (Closeable open : List.of(from, near, far, server))
        open.close();
}

String say(String word, WritableByteChannel to,
        ReadableByteChannel from) throws IOException {
    ByteBuffer bytes = UTF_8.encode(word);
    while (bytes.hasRemaining()) to.write(bytes);
    return hear(from);
}

// Four bytes or the end: none of our words is longer or shorter.
String hear(ReadableByteChannel from) throws IOException {
    ByteBuffer four = ByteBuffer.allocate(4);
    while (four.hasRemaining())
        if (from.read(four) < 0) return "the end";
    return UTF_8.decode(four.flip()).toString();
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
