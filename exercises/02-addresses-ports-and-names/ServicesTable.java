///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Looks services up in a table: an exercise to lecture 02
// On stdin comes a file like /etc/services, the arguments ask for
// services in it. The brief is in README.adoc, beside this file.

import static java.nio.charset.StandardCharsets.UTF_8;

void main(String[] args) throws IOException {
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    int lines = 0;
    while (in.readLine() != null) {
        // TODO Keep what the line says, if it says something. Now it is
        // only counted.
        lines++;
    }
    // TODO Answer each argument. Now nobody gets an answer.
    System.err.println("not written yet: " + lines + " lines");
}
