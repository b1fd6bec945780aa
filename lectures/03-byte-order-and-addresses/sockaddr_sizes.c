// C's address structures, as this machine's compiler has them: names,
// widths, offsets. Linux: other systems have other lengths.
// Slides: E-44a E-44b E-44d U-17c U-19d
// Claims: 49 50
#include <netinet/in.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>

static void saw(const char *what, size_t expected, size_t seen) {
    printf("%s: expected %zu bytes, saw %zu\n", what, expected, seen);
    if (expected != seen) exit(1);
}

#define FIELD(type, field) \
    printf("  at %2zu: %s, %zu bytes\n", offsetof(type, field), \
           #field, sizeof((type *)0)->field)

int main(void) {
#ifndef __linux__
    printf("only on Linux: elsewhere the lengths differ\n");
    return 0;
#endif
    // tag::sockaddr[]
    saw("sockaddr", 16, sizeof(struct sockaddr));
    FIELD(struct sockaddr, sa_family);
    FIELD(struct sockaddr, sa_data);
    // end::sockaddr[]
    // tag::sockaddr_in[]
    saw("sockaddr_in", 16, sizeof(struct sockaddr_in));
    FIELD(struct sockaddr_in, sin_family);
    FIELD(struct sockaddr_in, sin_port);
    FIELD(struct sockaddr_in, sin_addr);
    FIELD(struct sockaddr_in, sin_zero);
    // end::sockaddr_in[]
    // tag::sockaddr_in6[]
    saw("sockaddr_in6", 28, sizeof(struct sockaddr_in6));
    FIELD(struct sockaddr_in6, sin6_family);
    FIELD(struct sockaddr_in6, sin6_port);
    FIELD(struct sockaddr_in6, sin6_flowinfo);
    FIELD(struct sockaddr_in6, sin6_addr);
    FIELD(struct sockaddr_in6, sin6_scope_id);
    // end::sockaddr_in6[]
    // tag::sockaddr_un[]
    saw("sockaddr_un", 110, sizeof(struct sockaddr_un));
    FIELD(struct sockaddr_un, sun_family);
    FIELD(struct sockaddr_un, sun_path);
    // end::sockaddr_un[]
    // Room for any of them, at an address that suits any of them.
    saw("sockaddr_storage", 128, sizeof(struct sockaddr_storage));
    FIELD(struct sockaddr_storage, ss_family);

    // tag::slide[]
    struct on_the_slide {
        unsigned short sa_family;
        unsigned short sa_data[14];
    };
    // end::slide[]
    saw("sockaddr as on the slide", 30, sizeof(struct on_the_slide));
    FIELD(struct on_the_slide, sa_family);
    FIELD(struct on_the_slide, sa_data);

    saw("16 bits of port and 32 of address", 6,
        sizeof(in_port_t) + sizeof(in_addr_t));
    return 0;
}
