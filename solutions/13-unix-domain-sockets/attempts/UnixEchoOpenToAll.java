///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Echoes at a path: anybody may call, and the file stays
// Marks: 17 of 20
// Fails: ownersAlone, tidies
// Comment: Everything goes over the wire as it should, and nothing is
//   right in the folder: the permissions are what the umask
//   happens to leave, and after the last client the file is
//   still there.

import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

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
        IO.println("listening on " + file);
        System.out.flush();
        call = "accept";
        for (int n = 0; n != count; n++) {
            SocketChannel client = server.accept();
            Thread one = Thread.ofVirtual().start(() -> serve(client));
            if (count > 0) serving.add(one);
        }
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

void serve(SocketChannel accepted) {
    try (SocketChannel client = accepted) {
        Channels.newInputStream(client)
            .transferTo(Channels.newOutputStream(client));
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}
