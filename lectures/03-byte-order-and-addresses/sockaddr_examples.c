// The slides' examples of a filled sockaddr_in, as bytes. C's own
// getnameinfo is asked what it reads there; it sends nothing. Then the
// same with a conversion too few, and with one too many. Linux.
// Slides: E-26a E-26b E-45a E-45b E-45g
// Claims: 46
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static const char *asked(const struct sockaddr_in *name) {
    static char text[128];
    char host[64], service[64];
    int wrong = getnameinfo((const struct sockaddr *)name,
                            sizeof *name, host, sizeof host,
                            service, sizeof service,
                            NI_NUMERICHOST | NI_NUMERICSERV);
    if (wrong == EAI_FAMILY) return "no family of addresses";
    if (wrong != 0)
        snprintf(text, sizeof text, "error %d", wrong);
    else
        snprintf(text, sizeof text, "%.60s and %.60s", host, service);
    return text;
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static void read_back(const char *what, const char *expected,
                      const struct sockaddr_in *name) {
    printf("%s:", what);
    const unsigned char *bytes = (const unsigned char *)name;
    for (size_t i = 0; i < sizeof *name; i++) printf(" %02x", bytes[i]);
    printf("\n");
    saw("  C reads", expected, asked(name));
}

int main(void) {
#ifndef __linux__
    printf("only on Linux: elsewhere the numbers differ\n");
    return 0;
#endif
    int little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
    struct sockaddr_in name = {0};
    // tag::any[]
    name.sin_family = AF_INET;
    name.sin_port = htons(0);
    name.sin_addr.s_addr = htonl(INADDR_ANY);
    // end::any[]
    read_back("example I", "0.0.0.0 and 0", &name);

    // tag::one[]
    name.sin_family = AF_INET;
    name.sin_port = htons(5115);
    const char *text = "127.59.69.7";
    int right = inet_pton(AF_INET, text, &name.sin_addr);
    // end::one[]
    if (right != 1) return 1;
    read_back("example II", "127.59.69.7 and 5115", &name);

    name.sin_port = 5115;
    read_back("no htons for the port", little
        ? "127.59.69.7 and 64275" : "127.59.69.7 and 5115", &name);
    name.sin_port = htons(5115);

    name.sin_addr.s_addr = INADDR_LOOPBACK;
    read_back("no htonl for the address", little
        ? "1.0.0.127 and 5115" : "127.0.0.1 and 5115", &name);
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);

    name.sin_family = htons(AF_INET);
    read_back("htons for the family, too", little
        ? "no family of addresses" : "127.0.0.1 and 5115", &name);

    const char *both[] = {"255.255.255.255", "no address"};
    for (int i = 0; i < 2; i++) {
        char what[40], seen[12];
        snprintf(what, sizeof what, "inet_addr of %s", both[i]);
        snprintf(seen, sizeof seen, "%u", inet_addr(both[i]));
        saw(what, "4294967295", seen);
    }
    return 0;
}
