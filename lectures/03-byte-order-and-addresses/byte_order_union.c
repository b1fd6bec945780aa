// A union is one piece of memory with two names: here a number of 32
// bits, and four bytes. Write the one and read the other, and you see
// in which order this machine keeps the bytes of a number.
// Slides: E-27a E-27b E-27c E-27d
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// tag::union[]
static union {
    uint32_t addr;
    unsigned char c[4];
} un;
// end::union[]

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static const char *bytes(void) {
    static char text[32];
    snprintf(text, sizeof text, "%d %d %d %d",
             un.c[0], un.c[1], un.c[2], un.c[3]);
    return text;
}

static const char *signed_bytes(void) {
    static char text[32];
    const signed char *c = (const signed char *)un.c;
    snprintf(text, sizeof text, "%d %d %d %d",
             c[0], c[1], c[2], c[3]);
    return text;
}

int main(void) {
    int little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
    printf("this machine is %s endian\n", little ? "little" : "big");

    // tag::question[]
    un.addr = 0x8002c25f; // 128.2.194.95
    // end::question[]
    saw("c[0] to c[3]",
        little ? "95 194 2 128" : "128 2 194 95", bytes());
    // Plain char has a sign on x86, and elsewhere perhaps not.
    saw("the same with signs",
        little ? "95 -62 2 -128" : "-128 2 -62 95", signed_bytes());

    un.addr = htonl(0x8002c25f);
    saw("c[0] to c[3] after htonl", "128 2 194 95", bytes());
    return 0;
}
