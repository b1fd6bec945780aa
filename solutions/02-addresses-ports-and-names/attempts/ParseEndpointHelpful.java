///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Takes endpoints apart, and looks them up by heart
// Marks: 19 of 20
// Fails: noLookup
// Comment: localhost is 127.0.0.1 on your machine, and ::1 on
//   another: that is for the resolver to say, at the time of the call.
//   Here a name stays a name.

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
    if (host.equalsIgnoreCase("localhost")) host = "127.0.0.1";
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
