///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Waits for n: n is 3
// Marks: 16 of 20
// Fails: number, prints
// Comment: You wait for three, whatever the second argument says. It
//   is looked at, and then not used.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) {
    int port = number("port", args.length > 0 ? args[0] : "1234",
            0, 65535);
    int n = number("n", args.length > 1 ? args[1] : "3", 1, 99);
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    try (ServerSocket server = new ServerSocket(port, 99, here)) {
        IO.println("listening on 127.0.0.1 port "
                + server.getLocalPort());
        while (true) round(server, 3);
    } catch (BindException e) {
        fail(1, "bind: " + e.getMessage());
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

void round(ServerSocket server, int n) throws IOException {
    List<Socket> clients = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    while (clients.size() < n) {
        Socket client = server.accept();
        String address = client.getInetAddress().getHostAddress()
                + " port " + client.getPort();
        IO.println(address);
        clients.add(client);
        lines.append(address).append('\n');
    }
    byte[] told = lines.toString().getBytes(UTF_8);
    for (Socket client : clients) tell(client, told);
}

void tell(Socket client, byte[] told) {
    try (client) {
        client.getOutputStream().write(told);
    } catch (IOException e) {
        System.err.println("write: " + e.getMessage());
    }
}

int number(String what, String word, int least, int most) {
    if (word.matches("\\d{1,5}")) {
        int number = Integer.parseInt(word);
        if (number >= least && number <= most) return number;
    }
    fail(2, what + ": not a number from " + least + " to " + most);
    return 0;
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
