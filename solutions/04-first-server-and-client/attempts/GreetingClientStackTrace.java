///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: what can go wrong?
// Marks: 18 of 20
// Fails: nobody, usage
// Mistake: STACK_TRACE
// Comment: As long as there is a server and somebody counts the
//   arguments, all is well. Else the user gets a stack trace and the
//   status of an accident: catch, say one line, choose the status.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Socket;

void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[1]);
    try (Socket server = new Socket(args[0], port)) {
        var in = new BufferedReader(
            new InputStreamReader(server.getInputStream(), UTF_8));
        for (String name : List.of(args).subList(2, args.length)) {
            byte[] line = (name + "\n").getBytes(UTF_8);
            server.getOutputStream().write(line);
            String reply = in.readLine();
            if (reply == null) {
                System.err.println("read: the server said nothing");
                System.exit(1);
            }
            IO.println(reply);
        }
        if (args.length < 3) throw new IOException("no name");
    }
}
