///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Answers in capitals: in the best of worlds
// Marks: 18 of 20
// Fails: nobody, usage
// Mistake: STACK_TRACE
// Comment: As long as there is a parent and somebody counts the
//   arguments, all is well. Else the user gets a stack trace and the
//   status of an accident: catch, say one line, choose the status.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Socket;

void main(String[] args) throws IOException {
    String host = args[0];
    int port = Integer.parseInt(args[1]);
    try (Socket parent = new Socket(host, port)) {
        talk(parent);
    }
}

void talk(Socket parent) throws IOException {
    String line = new BufferedReader(new InputStreamReader(
        parent.getInputStream(), UTF_8)).readLine();
    if (line == null) {
        System.err.println("read: the parent said nothing");
        System.exit(1);
    }
    parent.getOutputStream().write(
        (line.toUpperCase(Locale.ROOT) + "\n").getBytes(UTF_8));
}
