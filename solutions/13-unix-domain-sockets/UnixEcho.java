///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Echoes at a path: the solution of an exercise
// An echo server with a file name for its address. It cleans up after
// a dead server, never after a live one.

import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.PosixFilePermissions;

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
        // the name goes first: while we still listen, nobody takes our
        // file for a dead server's and puts a new one in its place
        Files.delete(file);
    } catch (IOException e) {
        System.err.println(call + ": " + e.getMessage());
        System.exit(1);
    }
    for (Thread one : serving) one.join();
}

/** Neither regular nor folder nor link: what connect says of those
 *  is the same as of a dead server, but they are somebody's. */
boolean isSocket(Path file) throws IOException {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && Files.readAttributes(file, BasicFileAttributes.class,
            LinkOption.NOFOLLOW_LINKS).isOther();
}

/** Only a refusal says that. Any other failure says nothing. */
boolean nobodyAnswers(SocketAddress address) throws IOException {
    try (SocketChannel caller = SocketChannel.open(address)) {
        return false;
    } catch (ConnectException refused) {
        return true;
    }
}

/** C and Python set the umask before bind, which leaves no moment in
 *  between; Java has none. */
void onlyForTheOwner(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix"))
        Files.setPosixFilePermissions(file,
            PosixFilePermissions.fromString("rw-------"));
}

/** However this ends, the socket is given back. */
void serve(SocketChannel accepted) {
    try (SocketChannel client = accepted) {
        Channels.newInputStream(client)
            .transferTo(Channels.newOutputStream(client));
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}
