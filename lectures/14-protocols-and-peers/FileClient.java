///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for a file, counts its bytes, or keeps a copy
// Asks the file server for a name and takes what it sends; with a
// fourth argument, it keeps it.  FileClient [HOST [PORT [NAME [COPY]]]]
// Slides: E-35k U-05a U-11a
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

void main(String... args) {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = portOf(args.length > 1 ? args[1] : "1234");
    String name = args.length > 2 ? args[2] : "README.adoc";

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        InetAddress[] found = InetAddress.getAllByName(host);
        call = "connect";
        Socket client = null;
        IOException reason = null;
        for (InetAddress address : found) {
            client = new Socket();
            try {
                client.connect(new InetSocketAddress(address, port));
                break;
            } catch (IOException e) {
                reason = e;
                client.close();
            }
        }
        if (!client.isConnected()) throw reason;

        call = "write";
        // tag::ask[]
        client.getOutputStream().write(name.getBytes(UTF_8));
        client.shutdownOutput(); // <.>
        // end::ask[]

        call = "read";
        // tag::answer[]
        InputStream in =
            new BufferedInputStream(client.getInputStream());
        String answer = line(in); // <.>
        if (answer.isEmpty()) fail(call, "the server said nothing");
        if (!answer.matches("OK \\d{1,18}"))
            fail(call, "the server says " + answer);
        long size = Long.parseLong(answer.substring(3));
        // end::answer[]
        // tag::file[]
        long got;
        try (OutputStream copy = copyOf(args)) {
            got = in.transferTo(copy); // <.>
        }
        if (got != size) // <.>
            fail(call, got + " bytes came, of " + size);
        // end::file[]
        IO.println(name + ": " + got + " bytes");
        client.close();
    } catch (IOException e) {
        fail(call, e.getMessage());
    }
}

// The line that the answer begins with; no longer than we expect.
String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c; line.length() < 80 && (c = in.read()) >= 0; ) {
        if (c == '\n') break;
        line.append((char) c);
    }
    return line.toString();
}

// Makes a new file: what is there already is not overwritten.
OutputStream copyOf(String... args) {
    if (args.length < 4) return OutputStream.nullOutputStream();
    try {
        return Files.newOutputStream(
            Path.of(args[3]), CREATE_NEW, WRITE);
    } catch (IOException e) {
        fail("open", "cannot make '" + args[3] + "'");
        throw new UncheckedIOException(e);
    }
}

// One line that names the call and the reason, and a status that is
// not 0: a person can read the one, a shell script the other.
void fail(String call, String reason) {
    System.err.println(call + ": " + reason);
    System.exit(1);
}

int portOf(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println(
            "port: '" + text + "' is not a number from 0 to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}
