// accept() can tell who has called, and getpeername() can tell it
// later. The slide asks properly and then prints something else: the
// number as it stands in memory. On a little-endian machine that is
// another one.
// Slides: E-65c E-65e R-12c U-24d
// Claims: 28 76
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

static const char *shown(struct sockaddr_in *a, char *text) {
    char host[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &a->sin_addr, host, sizeof host);
    sprintf(text, "%s port %d", host, ntohs(a->sin_port));
    return text;
}

int main(void) {
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
    must("getsockname", getsockname(client, name, &size));
    char caller[64], text[64];
    printf("the client calls from %s\n", shown(&address, caller));

    // tag::accept[]
    struct sockaddr_in peer;
    socklen_t length = sizeof peer;
    int child = must("accept", accept(
        server, (struct sockaddr *)&peer, &length));
    // end::accept[]
    saw("accept says", caller, shown(&peer, text));
    // tag::getpeername[]
    length = sizeof peer;
    must("getpeername", getpeername(
        child, (struct sockaddr *)&peer, &length));
    // end::getpeername[]
    saw("getpeername says", caller, shown(&peer, text));

    // What one finds in sin_port, if ntohs is forgotten.
    int port = ntohs(peer.sin_port), printed = peer.sin_port;
    printf("the slide prints port %d\n", printed);
    int turned = (port & 0xff) << 8 | port >> 8;
    int little = htons(1) != 1;
    saw("which is that port with its bytes",
        little ? "turned round" : "as they are",
        printed == turned && little ? "turned round" : "as they are");
    close(child);
    close(client);
    close(server);
    return 0;
}
