///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Echoes at a path: bytes as characters
// Marks: 18 of 20
// Fails: anyBytes
// Mistake: CHARSET
// Comment: You read characters, and a byte that is none becomes a
//   question mark in a box. An echo does not need to know what
//   the bytes mean.

import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.PosixFilePermissions;

import static java.nio.charset.StandardCharsets.UTF_8;

void main(String[] args) throws InterruptedException {
    Path file = Path.of(args[0]);
    int count = args.length > 1 ? Integer.parseInt(args[1]) : -1;
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(file);
    List<Thread> serving = new ArrayList<>();
    String call = "bind";
    try (var server =
            ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        if (isSocket(file) && nobodyAnswers(address))
            Files.delete(file);
        server.bind(address, 50);
        onlyForTheOwner(file);
        IO.println("listening on " + file);
        System.out.flush();
        call = "accept";
        for (int n = 0; n != count; n++) {
            SocketChannel client = server.accept();
            Thread one = Thread.ofVirtual().start(() -> serve(client));
            if (count > 0) serving.add(one);
        }
        Files.delete(file);
    } catch (IOException e) {
        System.err.println(call + ": " + e.getMessage());
        System.exit(1);
    }
    for (Thread one : serving) one.join();
}

boolean isSocket(Path file) throws IOException {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && Files.readAttributes(file, BasicFileAttributes.class,
            LinkOption.NOFOLLOW_LINKS).isOther();
}

boolean nobodyAnswers(SocketAddress address) throws IOException {
    try (SocketChannel caller = SocketChannel.open(address)) {
        return false;
    } catch (ConnectException refused) {
        return true;
    }
}

void onlyForTheOwner(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix"))
        Files.setPosixFilePermissions(file,
            PosixFilePermissions.fromString("rw-------"));
}

void serve(SocketChannel accepted) {
    try (SocketChannel client = accepted) {
        Reader in = new InputStreamReader(
            Channels.newInputStream(client), UTF_8);
        Writer out = Channels.newWriter(client, UTF_8);
        char[] some = new char[1024];
        for (int n; (n = in.read(some)) >= 0; ) {
            out.write(some, 0, n);
            out.flush();
        }
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}
