///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Echoes at a path: nothing comes back before the end
// Marks: 0 of 20
// Fails: echoes
// Skips: anyBytes, idle, gone, stale, live, text, tooLong,
//   ownersAlone, tidies
// Mistake: NO_FLUSH
// Comment: Nothing is lost and nothing is sent before the client has
//   ended. A client that waits for its echo before it goes on
//   waits for ever: write what a read has brought.

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
        byte[] all = Channels.newInputStream(client).readAllBytes();
        Channels.newOutputStream(client).write(all);
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}
