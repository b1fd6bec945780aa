// Tries: to be given two gigabytes, of which it touches a tenth.
// Solves: GreetingServer
// Marks: 0
// Must not: get so much.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    int chunks = 0;
    for (; chunks < 20; chunks++) {
        char *chunk = malloc(100 << 20);
        if (chunk == NULL) break;
        memset(chunk, 1, 10 << 20);
    }
    puts(chunks == 20 ? "ESCAPED: two gigabytes" : "no more");
    return 5;
}
