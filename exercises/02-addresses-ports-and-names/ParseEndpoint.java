///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Takes endpoints apart: an exercise to lecture 02
// Each line of stdin should be an endpoint, host:port. We say what
// its host is, and its port. The brief is in README.adoc.

import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
        // TODO Print what the line is, or bad, and remember whether a
        // line was bad. Now every line is read and none is answered.
        System.err.println("not written yet: " + parsed(line));
    }
}

String parsed(String line) {
    // TODO Find the colon that matters, then look at both sides.
    return "bad";
}
