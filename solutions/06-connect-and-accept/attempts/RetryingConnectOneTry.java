///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Calls: and takes no for an answer
// Marks: 12 of 20
// Fails: late, refusedToTheEnd, silentToTheEnd
// Comment: You try each host, and once. A server that starts a moment
//   later finds you gone: put a loop around it, with a pause, and let
//   the deadline end it.

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

static final int ATTEMPT_MILLIS = 300;
static final int PAUSE_MILLIS = 100;

void main(String[] args) throws InterruptedException {
    if (args.length < 3) fail(2, "usage: HOST PORT SECONDS [HOST...]");
    int port = number("port", args[1], 65535);
    int seconds = number("seconds", args[2], 3600);
    List<String> hosts = new ArrayList<>(List.of(args));
    hosts.subList(1, 3).clear();
    List<InetAddress> addresses = addressesOf(hosts);

    long deadline = System.nanoTime() + seconds * 1_000_000_000L;
    String reason = "no time";
    {
        for (InetAddress address : addresses) {
            long millis = Math.min(ATTEMPT_MILLIS, left(deadline));
            if (millis <= 0) break;
            reason = call(address, port, (int) millis);
        }
        Thread.sleep(Math.clamp(left(deadline), 0, PAUSE_MILLIS));
    }
    fail(1, "connect: " + reason);
}

long left(long deadline) {
    return (deadline - System.nanoTime()) / 1_000_000;
}

String call(InetAddress address, int port, int millis) {
    String host = address.getHostAddress();
    try (Socket server = new Socket()) {
        server.connect(new InetSocketAddress(address, port), millis);
        IO.println("connected " + host);
        server.close();
        System.exit(0);
        return "";
    } catch (SocketTimeoutException e) {
        IO.println("silent " + host);
        return "no answer";
    } catch (IOException e) {
        IO.println("refused " + host);
        return e.getMessage();
    }
}

List<InetAddress> addressesOf(List<String> hosts) {
    List<InetAddress> addresses = new ArrayList<>();
    for (String host : hosts) {
        try {
            addresses.addAll(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            fail(1, "getaddrinfo: " + e.getMessage());
        }
    }
    return addresses;
}

int number(String what, String word, int most) {
    if (word.matches("\\d{1,5}")) {
        int number = Integer.parseInt(word);
        if (number >= 1 && number <= most) return number;
    }
    fail(2, what + ": not a number from 1 to " + most + ": " + word);
    return 0;
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
