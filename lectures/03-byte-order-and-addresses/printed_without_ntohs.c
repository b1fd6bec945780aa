// The slides' forking server asks who has called, with getpeername, and
// prints the port as it lies in the structure. Linux.
// Slides: E-26c E-65a
// Claims: 47
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// A port as it lies in sin_port, and read without ntohs.
static int printed(int port) {
    return htons(port);
}

int main(void) {
#ifndef __linux__
    printf("only on Linux: elsewhere the numbers differ\n");
    return 0;
#endif
    int little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    int msgsock = must("accept", accept(server, NULL, NULL));

    struct sockaddr_in own, addr, *nptr = &addr;
    must("getsockname",
         getsockname(client, (struct sockaddr *)&own, &size));
    int port = ntohs(own.sin_port);
    printf("the client has port %d\n", port);

    must("getpeername",
         getpeername(msgsock, (struct sockaddr *)&addr, &size));
    // tag::print[]
    int right = ntohs(nptr->sin_port);
    int wrong = nptr->sin_port;
    printf("with ntohs it is port %d\n", right);
    printf("without, it is port %d\n", wrong);
    // end::print[]
    saw("ntohs tells the truth", "yes", right == port ? "yes" : "no");
    saw("the other is its bytes turned round", "yes",
        wrong == printed(port) ? "yes" : "no");

    int ports[] = {1234, 5115, 48986};
    for (int i = 0; i < 3; i++) {
        int p = ports[i], turned = (p & 0xff) << 8 | p >> 8;
        char what[32], expected[8], seen[8];
        snprintf(what, sizeof what, "%d would be printed as", p);
        snprintf(expected, sizeof expected, "%d", little ? turned : p);
        snprintf(seen, sizeof seen, "%d", printed(p));
        saw(what, expected, seen);
    }
    close(msgsock);
    close(client);
    close(server);
    return 0;
}
