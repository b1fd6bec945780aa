///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Which families and types the JDK offers, and what ping is
// Stream and datagram are not all there is, and neither means TCP or
// UDP by itself. Here is what Java has of the rest: with the argument
// "rare", also what only some systems have.  OtherTransports [rare]
// Slides: K-02f E-31a E-31d P-07g P-07h U-30c U-30d U-30e E-31c E-70c
// Slides: E-75l E-78c
// Claims: 16 107 109 110
import java.nio.channels.*;

void main(String... args) throws Exception {
    // tag::types[]
    var four = StandardProtocolFamily.INET;
    var unix = StandardProtocolFamily.UNIX;
    saw("stream over IPv4", "yes",
        opens(() -> SocketChannel.open(four)));
    saw("datagrams over IPv4", "yes",
        opens(() -> DatagramChannel.open(four)));
    saw("stream in a file, without TCP", "yes",
        opens(() -> SocketChannel.open(unix)));
    saw("datagrams in a file", "no",
        opens(() -> DatagramChannel.open(unix)));
    saw("a class for SCTP", "yes", has("com.sun.nio.sctp.SctpChannel"));
    for (String name : List.of("Raw", "SeqPacket", "Dccp"))
        saw("a class for " + name, "no",
            has("java.nio.channels." + name + "Channel"));
    // end::types[]

    // tag::ping[]
    var here = InetAddress.ofLiteral("127.0.0.1");
    DatagramSocket asking = new DatagramSocket(0, here);
    DatagramSocket gone = new DatagramSocket(0, here);
    asking.connect(gone.getLocalSocketAddress()); // <.>
    asking.setSoTimeout(2000);
    gone.close();
    saw("isReachable, which names no port, says", "yes",
        here.isReachable(2000) ? "yes" : "no"); // <.>
    String answer = "none";
    try {
        asking.send(new DatagramPacket(new byte[8], 8));
        asking.receive(new DatagramPacket(new byte[8], 8));
    } catch (PortUnreachableException e) {
        answer = "an ICMP error";
    }
    saw("a datagram to a port of nobody: answer", "an ICMP error",
        answer);
    // end::ping[]

    // tag::rare[]
    if (args.length == 0) return;
    IO.println("SCTP opens here: " + opens(() -> (Closeable)
        Class.forName("com.sun.nio.sctp.SctpChannel")
            .getMethod("open").invoke(null)));
    // end::rare[]
}

interface Opening {
    Closeable open() throws Exception;
}

String opens(Opening opening) throws Exception {
    try {
        opening.open().close();
        return "yes";
    } catch (UnsupportedOperationException | IOException
            | ReflectiveOperationException e) {
        return "no";
    }
}

String has(String name) {
    try {
        Class.forName(name);
        return "yes";
    } catch (ClassNotFoundException e) {
        return "no";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%-42s expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
