// The four functions, rebuilt for a machine of either order, and held
// against those of the C library: expected is ours, saw is C's. Linux.
// Slides: E-28a E-28b E-28c E-45d
// Claims: 48
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum order { LITTLE, BIG };

static uint16_t get16(const uint8_t *b, enum order order) {
    return order == BIG ? b[0] << 8 | b[1] : b[1] << 8 | b[0];
}

static void put16(uint8_t *b, uint16_t n, enum order order) {
    b[order == BIG ? 0 : 1] = n >> 8;
    b[order == BIG ? 1 : 0] = n;
}

// A number of 32 bits is two of 16, in the same order.
static uint32_t get32(const uint8_t *b, enum order order) {
    uint32_t high = get16(order == BIG ? b : b + 2, order);
    return high << 16 | get16(order == BIG ? b + 2 : b, order);
}

static void put32(uint8_t *b, uint32_t n, enum order order) {
    put16(order == BIG ? b : b + 2, n >> 16, order);
    put16(order == BIG ? b + 2 : b, n, order);
}

// tag::htons[]
static uint16_t our_htons(
        uint16_t host,
        enum order machine) {
    uint8_t two[2];
    put16(two, host, BIG);
    return get16(two, machine);
}
// end::htons[]

// tag::ntohs[]
static uint16_t our_ntohs(
        uint16_t network,
        enum order machine) {
    uint8_t two[2];
    put16(two, network, machine);
    return get16(two, BIG);
}
// end::ntohs[]

// tag::htonl[]
static uint32_t our_htonl(
        uint32_t host,
        enum order machine) {
    uint8_t four[4];
    put32(four, host, BIG);
    return get32(four, machine);
}
// end::htonl[]

// tag::ntohl[]
static uint32_t our_ntohl(
        uint32_t network,
        enum order machine) {
    uint8_t four[4];
    put32(four, network, machine);
    return get32(four, BIG);
}
// end::ntohl[]

static void saw(const char *what, const char *format,
                uint32_t expected, uint32_t seen) {
    printf("%s: expected ", what);
    printf(format, expected);
    printf(", saw ");
    printf(format, seen);
    printf("\n");
    if (expected != seen) exit(1);
}

int main(void) {
#ifndef __linux__
    printf("only on Linux: elsewhere these may be macros\n");
    return 0;
#endif
    int little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
    enum order here = little ? LITTLE : BIG;
    printf("this machine is %s endian\n", little ? "little" : "big");

    char what[32];
    uint16_t ports[] = {1234, 5115, 7967};
    for (int i = 0; i < 3; i++) {
        snprintf(what, sizeof what, "htons(%d)", ports[i]);
        saw(what, "%u", our_htons(ports[i], here), htons(ports[i]));
    }
    uint32_t addresses[] = {0x8002c25f, 0x7f000001, 0};
    for (int i = 0; i < 3; i++) {
        uint32_t real = htonl(addresses[i]);
        snprintf(what, sizeof what, "htonl(0x%08x)", addresses[i]);
        saw(what, "0x%08x", our_htonl(addresses[i], here), real);
        saw("and back", "0x%08x", our_ntohl(real, here), ntohl(real));
    }

    int alike = 0, back = 0, unmoved = 0;
    for (int host = 0; host <= 65535; host++) {
        uint16_t real = htons(host);
        if (real == our_htons(host, here)) alike++;
        if (ntohs(real) == host && our_ntohs(real, here) == host)
            back++;
        if (our_htons(host, BIG) == host) unmoved++;
    }
    saw("of all 65536, alike", "%u", 65536, alike);
    saw("there and back again", "%u", 65536, back);
    saw("unmoved on a big-endian machine", "%u", 65536, unmoved);
    return 0;
}
