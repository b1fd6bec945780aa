// A new socket is an end without a line: no address, no partner. It
// gets the first by bind, the second by connect. Here the same kind
// of socket takes one role or the other.
// Slides: U-06b E-06a E-04b R-04a R-04e E-34a E-34b E-74b U-08a
// Claims: 3
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(const char *what, const char *expected, int socket) {
    struct sockaddr_in own, other;
    socklen_t size = sizeof own, others = sizeof other;
    must("getsockname",
         getsockname(socket, (struct sockaddr *)&own, &size));
    // The system answers 0.0.0.0, port 0, which is nobody's address.
    int address = own.sin_port != 0;
    // It answers -1 (ENOTCONN) if there is none.
    int partner = getpeername(socket, (struct sockaddr *)&other,
                              &others) == 0;
    char seen[64];
    snprintf(seen, sizeof seen, "%s address, %s partner",
             address ? "an" : "no", partner ? "a" : "no");
    printf("%s: expected %s; saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

int main(void) {
    struct sockaddr_in here = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&here;
    socklen_t size = sizeof here;

    // tag::socket[]
    int first = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    // end::socket[]
    saw("a new socket", "no address, no partner", first);

    // tag::bind[]
    must("bind", bind(first, name, size));
    // end::bind[]
    saw("bound", "an address, no partner", first);

    // tag::listen[]
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 1));
    // end::listen[]
    saw("another, listening", "an address, no partner", server);

    // tag::connect[]
    must("getsockname", getsockname(server, name, &size));
    must("connect", connect(first, name, size));
    // end::connect[]
    saw("the first, connected", "an address, a partner", first);

    // tag::datagram[]
    int datagrams = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    // end::datagram[]
    saw("a new datagram socket", "no address, no partner", datagrams);

    close(first);
    close(server);
    close(datagrams);
    return 0;
}
