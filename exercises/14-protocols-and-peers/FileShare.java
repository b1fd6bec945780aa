///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Hands out files, fetches some: an exercise to lecture 14
// A peer hands out the files of a folder to whoever asks, or fetches
// one from another peer. The brief is in README.adoc, beside this file.

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    if (args.length == 4) {
        fetch(folder, args[1], Integer.parseInt(args[2]), args[3]);
    } else {
        serve(folder, Integer.parseInt(args[1]));
    }
}

void serve(Path folder, int port) throws IOException {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    try (ServerSocket server = new ServerSocket(port, 50, here)) {
        // TODO Say where you listen; then, for each client, read a
        // name, and send the file. Now nobody is served.
        System.err.println("not written yet: " + server + folder);
    }
}

void fetch(Path folder, String host, int port, String name)
        throws IOException {
    try (Socket peer = new Socket(host, port)) {
        // TODO Send the name, read the file, keep it. Now the peer is
        // not even asked.
        System.err.println("not written yet: " + peer + folder + name);
    }
}
