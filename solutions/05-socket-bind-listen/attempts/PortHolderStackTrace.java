///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Holds ports: and throws whatever comes
// Marks: 13 of 20
// Fails: allOrNone, twice, usage
// Skips: which
// Mistake: STACK_TRACE
// Comment: All is well as long as all ports are free and all arguments
//   are ports. Else your user reads a stack trace.

import java.lang.ref.Reference;
import java.net.InetAddress;
import java.net.ServerSocket;

final InetAddress loopback = InetAddress.getLoopbackAddress();

void main(String[] args) throws Exception {
    int[] ports = Stream.of(args).mapToInt(Integer::parseInt).toArray();
    List<ServerSocket> held = new ArrayList<>();
    for (int port : ports) held.add(opened(port));
    for (ServerSocket one : held) {
        IO.println("listening on 127.0.0.1 port "
                + one.getLocalPort());
    }
    System.out.flush();
    // a thread that waits for its own end waits for ever
    Thread.currentThread().join();
    // and what nobody needs any more, the collector might close
    Reference.reachabilityFence(held);
}

ServerSocket opened(int port) throws IOException {
    return new ServerSocket(port, 20, loopback);
}
