///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Takes endpoints apart at the first colon
// Marks: 18 of 20
// Fails: ipv6
// Comment: One colon, two parts: true of every endpoint until IPv6
//   came, whose addresses are made of colons. The brackets are there
//   for them: look for those first.

import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    boolean good = true;
    for (String line; (line = in.readLine()) != null; ) {
        String answer = parsed(line);
        IO.println(answer);
        if (answer.equals("bad")) good = false;
    }
    System.exit(good ? 0 : 1);
}

String parsed(String line) {
    String[] parts = line.split(":", -1);
    if (parts.length != 2) return "bad";
    String host = parts[0];
    int port = port(parts[1]);
    if (port < 0) return "bad";
    if (host.matches("[0-9.]+"))
        return isIPv4(host) ? "IPv4 " + host + " port " + port : "bad";
    if (!host.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) return "bad";
    return "name " + host + " port " + port;
}

int port(String text) {
    if (!text.matches("[0-9]{1,5}")) return -1;
    int port = Integer.parseInt(text);
    return port <= 65535 ? port : -1;
}

boolean isIPv4(String host) {
    String[] parts = host.split("\\.", -1);
    if (parts.length != 4) return false;
    for (String part : parts) {
        if (!part.matches("0|[1-9][0-9]{0,2}")) return false;
        if (Integer.parseInt(part) > 255) return false;
    }
    return true;
}
