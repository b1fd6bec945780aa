///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Takes endpoints apart: the solution of an exercise
// Each line of stdin should be an endpoint, host:port. We say what
// its host is, and its port, and ask nobody for either.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

// Either brackets with anything in them, or no colon at all: so the
// colon before the port is the only one that is left.
static final Pattern ENDPOINT =
        Pattern.compile("(?:\\[(.*)]|([^:\\[\\]]+)):([0-9]{1,5})");
static final Pattern IPV6 =
        Pattern.compile("[0-9A-Fa-f]*(:[0-9A-Fa-f]*){2,}");
// 0 alone, or a number that does not begin with 0: 010 is 8 to some
static final Pattern IPV4 =
        Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
static final Pattern NAME =
        Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

void main() throws IOException {
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    boolean good = true;
    for (String line; (line = in.readLine()) != null; ) {
        String answer = parsed(line);
        IO.println(answer);
        good &= !answer.equals("bad");
    }
    System.exit(good ? 0 : 1);
}

String parsed(String line) {
    var endpoint = ENDPOINT.matcher(line);
    if (!endpoint.matches()) return "bad";
    // five digits always fit into an int
    int port = Integer.parseInt(endpoint.group(3));
    if (port > 65535) return "bad";

    String host = endpoint.group(1);
    if (host != null)
        return IPV6.matcher(host).matches()
                ? "IPv6 " + host + " port " + port : "bad";

    host = endpoint.group(2);
    // no library is asked: to Java's, 1.2.3 is an address as well
    if (host.matches("[0-9.]+"))
        return isIPv4(host) ? "IPv4 " + host + " port " + port : "bad";
    return NAME.matcher(host).matches()
            ? "name " + host + " port " + port : "bad";
}

boolean isIPv4(String host) {
    return IPV4.matcher(host).matches() && Stream.of(host.split("\\."))
            .mapToInt(Integer::parseInt).allMatch(n -> n <= 255);
}
