// Does close free the port? Not while a child has it, and not for a
// minute after, if the server was the first to close. SO_REUSEADDR
// before bind helps; on Linux, only if the server before said it, too.
// (Other systems have other rules: this shows what Linux does.)
// Slides: E-67d
// Claims: 90
#include <arpa/inet.h>
#include <errno.h>
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

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static int asking(int fd, int reuse) {
    must("setsockopt", setsockopt(fd, SOL_SOCKET, SO_REUSEADDR,
                                  &reuse, sizeof reuse));
    return fd;
}

static const char *next(int first, int alive, int second) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(asking(server, first), name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));

    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    int child = must("accept", accept(server, NULL, NULL));
    close(server);
    if (!alive) {
        // who closes first waits: here it is the server's side
        char byte;
        close(child);
        must("read", read(client, &byte, 1));
        close(client);
    }

    // tag::reuse[]
    int again = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    int bound = bind(asking(again, second), name, size);
    if (bound < 0 && errno != EADDRINUSE) must("bind", bound);
    close(again);
    if (alive) {
        close(client);
        close(child);
    }
    return bound < 0 ? "it is in use" : "it is free";
    // end::reuse[]
}

int main(void) {
#ifndef __linux__
    printf("this shows what Linux does; here it is another\n");
    return 0;
#endif
    alarm(4); // nothing here takes that long
    saw("both ask, a child is alive", "it is free", next(1, 1, 1));
    saw("both ask, in TIME_WAIT", "it is free", next(1, 0, 1));
    saw("only the first asks, in TIME_WAIT", "it is in use",
        next(1, 0, 0));
    saw("only the second asks, in TIME_WAIT", "it is in use",
        next(0, 0, 1));
    saw("nobody asks, a child is alive", "it is in use",
        next(0, 1, 0));
    return 0;
}
