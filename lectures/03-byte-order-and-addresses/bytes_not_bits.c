// Two orders for the bytes of one number. What is turned round is the
// bytes among one another; inside a byte nothing moves.
// Slides: K-05a K-05b K-05c K-05d
// Claims: 44
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static const char *as(const char *format, const uint8_t *b) {
    static char text[32];
    snprintf(text, sizeof text, format, b[0], b[1], b[2], b[3]);
    return text;
}

static const char *bits(uint8_t b) {
    static char text[9];
    for (int bit = 7; bit >= 0; bit--)
        text[7 - bit] = '0' + (b >> bit & 1);
    return text;
}

int main(void) {
    uint32_t number = 0xC0000102; // 192.0.1.2

    // Shifts know of no memory: these lines mean the same everywhere.
    uint8_t big[] = {
        number >> 24, number >> 16, number >> 8, number};
    saw("big endian", "c0 00 01 02", as("%02x %02x %02x %02x", big));
    saw("with dots", "192.0.1.2", as("%d.%d.%d.%d", big));

    uint8_t little[] = {
        number, number >> 8, number >> 16, number >> 24};
    saw("little endian", "02 01 00 c0",
        as("%02x %02x %02x %02x", little));
    saw("with dots", "2.1.0.192", as("%d.%d.%d.%d", little));

    saw("the byte c0 in big", "11000000", bits(big[0]));
    saw("the byte c0 in little", "11000000", bits(little[3]));
    return 0;
}
