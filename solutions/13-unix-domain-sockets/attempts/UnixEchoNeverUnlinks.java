///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Echoes at a path: a dead server is in the way for ever
// Marks: 17 of 20
// Fails: stale
// Comment: A server that was killed leaves its file, and yours does not
//   start again before somebody deletes that by hand, at three
//   in the morning.

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
