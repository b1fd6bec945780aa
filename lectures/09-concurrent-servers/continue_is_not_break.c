// The slide ends its reading loop with continue, and remarks that this
// breaks out of the loop. It goes to the condition, which decides.
// Slides: E-66d
// Claims: 85
#include <stdio.h>
#include <stdlib.h>

static void saw(const char *what, int expected, int seen) {
    printf("%s: expected round %d to be the last, saw round %d\n",
           what, expected, seen);
    if (expected != seen) exit(1);
}

int main(void) {
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
    } while (1);
    // end::true[]
    saw("with one that is always true, until a break", 5, rounds);
    return 0;
}
