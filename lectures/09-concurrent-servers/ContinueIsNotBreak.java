///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What continue does in a do-while loop, twice
// The slide ends its reading loop with continue, and remarks that this
// breaks out of the loop. It goes to the condition, which decides.
// Slides: E-66d
// Claims: 85
void main() {
    int count = 0; // what read answers at the end
    int rounds = 0;
    // tag::slide[]
    do {
        rounds++;
        if (count == 0) continue;
        rounds = 99;
    } while (count != 0);
    // end::slide[]
    saw("with the slide's condition", 1, rounds);

    rounds = 0;
    // tag::true[]
    do {
        if (++rounds == 5) break;
        if (count == 0) continue;
        rounds = 99;
    } while (true);
    // end::true[]
    saw("with one that is always true, until a break", 5, rounds);
}

void saw(String what, int expected, int seen) {
    IO.println(what + ": expected round " + expected
        + " to be the last, saw round " + seen);
    if (expected != seen) System.exit(1);
}
