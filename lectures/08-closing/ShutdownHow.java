///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION shutdown 0, 1 and 2, and what each side sees of them
// shutdown(s, how) ends receiving (0), sending (1) or both (2). Three
// connections, one for each, and what either side sees afterwards.
// Slides: K-18a K-18b K-18c K-18d
// Claims: 89
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, loopback)) {
        for (int how = 0; how <= 2; how++) {
            Socket one = new Socket(loopback, server.getLocalPort());
            Socket other = server.accept();
            InputStream in = one.getInputStream();
            OutputStream out = one.getOutputStream();

            // tag::shutdown[]
            switch (how) {
                case 0 -> one.shutdownInput();
                case 1 -> one.shutdownOutput();
                case 2 -> {
                    one.shutdownInput();
                    one.shutdownOutput();
                }
            }
            // end::shutdown[]
            IO.println("one side calls shutdown with " + how);

            boolean receives = how == 1;
            boolean sends = how == 0;
            saw("it reads", receives ? "nothing yet" : "the end",
                read(one, in));
            saw("the other side writes", "it is taken",
                write(other.getOutputStream()));
            saw("it writes", sends ? "it is taken" : "an error",
                write(out));
            saw("the other side reads", sends ? "1 byte" : "the end",
                read(other, other.getInputStream()));
            saw("is the socket closed", "no",
                one.isClosed() ? "yes" : "no");
            one.close();
            other.close();
        }
    }
}

String read(Socket socket, InputStream in) throws IOException {
    socket.setSoTimeout(200); // what comes has come by now
    try {
        return in.read() < 0 ? "the end" : "1 byte";
    } catch (SocketTimeoutException e) {
        return "nothing yet";
    }
}

String write(OutputStream out) {
    try {
        out.write('x');
        return "it is taken";
    } catch (IOException e) {
        return "an error";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("  %s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
