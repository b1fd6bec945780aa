///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION htons and its sisters for any machine: an exercise
// A program that answers for machines of either byte order, what
// htons, ntohs, htonl and ntohl would give back there.
// The brief is in README.adoc, beside this file.

import static java.nio.charset.StandardCharsets.UTF_8;

void main(String[] args) throws IOException {
    // TODO Which order has the machine? Look at the argument first.
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
        // TODO Take the line apart and answer it. Now it is only read.
        System.err.println("not written yet, unanswered: " + line);
    }
}

long turned(long number, int size) {
    // TODO Turn its bytes round, 2 or 4 of them. Now it stays.
    return number;
}
