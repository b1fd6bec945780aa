// The address that accept takes is a form to be filled in: who has
// called? It has nothing to do with the address that was bound.
// Slides: E-60b
// Claims: 76
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static int own_port(int some) {
    struct sockaddr_in own;
    socklen_t size = sizeof own;
    must("getsockname",
         getsockname(some, (struct sockaddr *)&own, &size));
    return ntohs(own.sin_port);
}

static int call_port(int port) {
    struct sockaddr_in to = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, (struct sockaddr *)&to, sizeof to));
    return client;
}

static void saw(const char *what, int expected, int seen) {
    printf("%s expected port %d, saw port %d\n", what, expected, seen);
    if (expected != seen) exit(1);
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, (struct sockaddr *)&address,
                      sizeof address));
    must("listen", listen(server, 5));
    int bound = own_port(server);
    int first = call_port(bound), second = call_port(bound);

    // tag::asked[]
    struct sockaddr_in peer = {0};
    socklen_t size = sizeof peer;
    int caller = must("accept",
        accept(server, (struct sockaddr *)&peer, &size));
    int port = ntohs(peer.sin_port);
    // end::asked[]
    saw("accept says who called:", own_port(first), port);
    printf("is it the port that the server has bound?"
           " expected no, saw %s\n", port == bound ? "yes" : "no");

    // tag::unasked[]
    int another = must("accept", accept(server, NULL, NULL));
    // end::unasked[]
    size = sizeof peer;
    must("getpeername",
         getpeername(another, (struct sockaddr *)&peer, &size));
    saw("getpeername says it, too, at any time:",
        own_port(second), ntohs(peer.sin_port));
    close(caller);
    close(another);
    return port == bound;
}
