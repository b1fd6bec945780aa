///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Takes URLs apart: the solution of an exercise
// Each line of stdin should be a URL. We name its parts, and those
// that go without saying.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

// From RFC 3986, appendix B: each part ends where the next may begin.
static final Pattern URL = Pattern.compile(
        "([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^?#]*)"
                + "(?:\\?([^#]*))?(?:#(.*))?");
static final Pattern AUTHORITY = Pattern.compile(
        "(?:([^@]*)@)?(?:\\[([0-9A-Fa-f:]+)]|([^:@\\[\\]]+))"
                + "(?::([0-9]{1,5}))?");
static final Map<String, String> PORTS =
        Map.of("http", "80", "https", "443", "ftp", "21");

void main() throws IOException {
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    boolean good = true;
    for (String line; (line = in.readLine()) != null; ) {
        List<String> parts = parts(line);
        good &= !parts.isEmpty();
        if (parts.isEmpty()) IO.println("bad");
        parts.forEach(IO::println);
        IO.println();
    }
    System.exit(good ? 0 : 1);
}

/** None, if it is bad. */
List<String> parts(String text) {
    var url = URL.matcher(text);
    if (!url.matches()) return List.of();
    var authority = AUTHORITY.matcher(url.group(2));
    if (!authority.matches()) return List.of();

    String scheme = url.group(1);
    String port = authority.group(4);
    if (port != null && Integer.parseInt(port) > 65535)
        return List.of();
    if (port == null) port = PORTS.get(scheme);

    List<String> parts = new ArrayList<>();
    add(parts, "scheme", scheme);
    add(parts, "user", authority.group(1));
    add(parts, "host", authority.group(2));
    add(parts, "host", authority.group(3));
    add(parts, "port", port);
    add(parts, "path", url.group(3).isEmpty() ? "/" : url.group(3));
    // what is there and empty is still there: /a? has a query
    add(parts, "query", url.group(4));
    add(parts, "fragment", url.group(5));
    return parts;
}

void add(List<String> parts, String name, String value) {
    if (value != null) parts.add(name + " " + value);
}
