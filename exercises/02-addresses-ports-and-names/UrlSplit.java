///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Takes URLs apart: an exercise to lecture 02
// Each line of stdin should be a URL. We name its parts, and those
// that go without saying. The brief is in README.adoc.

import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
        // TODO Print the parts, then an empty line. Now every line is
        // read and none is answered.
        System.err.println("not written yet: " + parts(line));
    }
}

List<String> parts(String url) {
    // TODO Cut from the outside in: what ends where?
    return List.of();
}
