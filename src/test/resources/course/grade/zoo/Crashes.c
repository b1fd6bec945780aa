// Tries: to crash, with a large core file.
// Solves: GreetingServer
// Marks: 0
// Must not: leave one.
#include <stdlib.h>
#include <string.h>

int main(void) {
    memset(malloc(1 << 20), 1, 1 << 20);
    *(volatile int *) 8 = 1;
    return 5;
}
