///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Takes endpoints apart, with a library for IPv4
// Marks: 18 of 20
// Fails: fourNumbers
// Comment: Java's library takes 1.2.3 for an address, and 1234 as
//   well: once upon a time that was a way to write one. The brief
//   wants four numbers, so count them yourself.

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
    int colon = line.lastIndexOf(':');
    if (colon < 0) return "bad";
    String host = line.substring(0, colon);
    int port = port(line.substring(colon + 1));
    if (port < 0) return "bad";
    if (host.startsWith("[") && host.endsWith("]")) {
        host = host.substring(1, host.length() - 1);
        if (!host.matches("[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:]*"))
            return "bad";
        return "IPv6 " + host + " port " + port;
    }
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
    try {
        Inet4Address.ofLiteral(host);
        return true;
    } catch (IllegalArgumentException e) {
        return false;
    }
}
