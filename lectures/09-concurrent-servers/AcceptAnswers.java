///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What accept tells of the caller, if it is asked
// The address that accept takes in C is a form to be filled in: who
// has called? It has nothing to do with the address that was bound.
// Slides: E-60b
// Claims: 76
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server = new ServerSocket(0, 5, loopback);
    int bound = server.getLocalPort();
    Socket first = new Socket(loopback, bound);
    Socket second = new Socket(loopback, bound);

    // tag::asked[]
    Socket caller = server.accept();
    int port = caller.getPort();
    // end::asked[]
    saw("accept says who called:",
        "port " + first.getLocalPort(), "port " + port);
    saw("is it the port that the server has bound?",
        "no", port == bound ? "yes" : "no");

    // tag::unasked[]
    Socket another = server.accept();
    // end::unasked[]
    saw("getpeername says it, too, at any time:",
        "port " + second.getLocalPort(), "port " + another.getPort());
    for (Socket one : List.of(first, second, caller, another))
        one.close();
    server.close();
}

void saw(String what, String expected, String seen) {
    IO.println(what + " expected " + expected + ", saw " + seen);
    if (!expected.equals(seen)) System.exit(1);
}
