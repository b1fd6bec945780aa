///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Echoes at a path: one client after the other
// Marks: 16 of 20
// Fails: idle, tidies
// Mistake: STARVES
// Comment: Each is served well, in the order in which they came. The
//   second waits as long as the first likes: accept must not
//   wait for a conversation.

import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.PosixFilePermissions;

void main(String[] args) {
    Path file = Path.of(args[0]);
    int count = args.length > 1 ? Integer.parseInt(args[1]) : -1;
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(file);
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
            serve(client);
        }
        Files.delete(file);
    } catch (IOException e) {
        System.err.println(call + ": " + e.getMessage());
        System.exit(1);
    }
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
        Channels.newInputStream(client)
            .transferTo(Channels.newOutputStream(client));
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}
