// A client's port: none when the socket is made, lent by the system at
// connect, or chosen by bind, which one deck forbids and another takes
// for connect.
// Slides: K-14b P-12d U-23a U-23c U-23d R-10b R-11a E-54b
// Claims: 29 30 42
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef char Text[16];

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

static int own_port(int socket) {
    struct sockaddr_in a;
    socklen_t size = sizeof a;
    must("getsockname",
         getsockname(socket, (struct sockaddr *)&a, &size));
    return ntohs(a.sin_port);
}

static int connected(int socket) {
    struct sockaddr_in a;
    socklen_t size = sizeof a;
    return getpeername(socket, (struct sockaddr *)&a, &size) == 0;
}

static const char *shown(int port, Text text) {
    if (port == 0) return "no port";
    sprintf(text, "port %d", port);
    return text;
}

int main(void) {
    const struct sockaddr_in any_port = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr_in door = any_port, peer;
    struct sockaddr *name = (struct sockaddr *)&door;
    socklen_t size = sizeof door;
    Text expected, seen;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    printf("the server has port %d\n", ntohs(door.sin_port));

    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    saw("a new socket has", "no port", shown(own_port(client), seen));
    must("connect", connect(client, name, size));
    int lent = own_port(client);
    int child = must("accept", accept(
        server, (struct sockaddr *)&peer, &size));
    saw("connected, the client has",
        shown(ntohs(peer.sin_port), expected), shown(lent, seen));
    saw("is that the server's port", "no",
        lent == ntohs(door.sin_port) ? "yes" : "no");
    close(child);
    close(client);

    int bound = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(bound, (struct sockaddr *)&any_port, size));
    int own = own_port(bound);
    printf("another client binds port %d\n", own);
    saw("is it connected by that", "no",
        connected(bound) ? "yes" : "no");
    must("connect", connect(bound, name, size));
    child = must("accept", accept(
        server, (struct sockaddr *)&peer, &size));
    saw("after connect the server sees", shown(own, expected),
        shown(ntohs(peer.sin_port), seen));
    close(child);
    close(bound);
    close(server);
    return 0;
}
