// The child that served has gone, but the parent has not closed its
// own copy of the socket. The client has read all there is, and cannot
// know that it was all.
// Slides: K-15d E-66c
// Claims: 94
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static const char *end(int client) {
    struct pollfd readable = {.fd = client, .events = POLLIN};
    char more;
    if (must("poll", poll(&readable, 1, 300)) == 0)
        return "no end within 300 ms";
    return read(client, &more, 1) == 0 ? "the end" : "more bytes";
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
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
    int accepted = must("accept", accept(server, NULL, NULL));

    // tag::serve[]
    if (must("fork", fork()) == 0) {
        must("write", write(accepted, "bye", 3));
        close(accepted);
        return 0;
    }
    must("wait", wait(NULL));
    // end::serve[]

    char bye[4] = "";
    must("recv", recv(client, bye, 3, MSG_WAITALL));
    saw("the client reads", "bye", bye);
    saw("who served it has gone", "no end within 300 ms", end(client));
    // tag::close[]
    close(accepted);
    // end::close[]
    saw("the forgotten socket is closed", "the end", end(client));
    return 0;
}
