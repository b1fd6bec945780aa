// accept() takes the first of those who wait. If nobody waits, it
// does, for as long as you like: not at all, until a deadline, or
// until somebody calls.
// Slides: E-51 E-52b R-09a R-09b R-09c R-12a R-12f U-19c K-13b
// Claims: 67 68
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
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

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static const char *port_of(struct sockaddr_in *a, char *text) {
    sprintf(text, "port %d", ntohs(a->sin_port));
    return text;
}

int main(void) {
    struct sockaddr_in door = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&door;
    socklen_t size = sizeof door;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));

    must("fcntl", fcntl(server, F_SETFL, O_NONBLOCK));
    int child = accept(server, NULL, NULL);
    int nobody = child < 0 && errno == EAGAIN;
    saw("nobody called, not waiting",
        "nobody", nobody ? "nobody" : "somebody");
    must("fcntl", fcntl(server, F_SETFL, 0));

    double begun = now();
    struct pollfd queue = {.fd = server, .events = POLLIN};
    int ready = must("poll", poll(&queue, 1, 100));
    double seconds = now() - begun;
    saw("nobody called, waiting 100 ms",
        "nobody", ready ? "somebody" : "nobody");
    saw("it took at least that long",
        "true", seconds >= 0.1 ? "true" : "false");

    // The caller is a process of its own. It says by a pipe that it
    // is about to call.
    int called[2], clients[5];
    must("pipe", pipe(called));
    if (must("fork", fork()) == 0) {
        poll(NULL, 0, 50); // a late caller, that is the point
        must("write", write(called[1], "!", 1));
        int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        must("connect", connect(client, name, size));
        _exit(0);
    }
    close(must("accept", accept(server, NULL, NULL)));
    struct pollfd said = {.fd = called[0], .events = POLLIN};
    ready = must("poll", poll(&said, 1, 0));
    saw("waiting until somebody calls, somebody has",
        "true", ready ? "true" : "false");
    wait(NULL);

    for (int i = 0; i < 5; i++) {
        clients[i] = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        must("connect", connect(clients[i], name, size));
    }
    printf("five have called, nobody has accepted\n");
    for (int i = 0; i < 5; i++) {
        struct sockaddr_in from, peer;
        char expected[16], seen[16];
        must("getsockname", getsockname(
            clients[i], (struct sockaddr *)&from, &size));
        child = must("accept", accept(
            server, (struct sockaddr *)&peer, &size));
        saw("accept gives", port_of(&from, expected),
            port_of(&peer, seen));
        close(child);
        close(clients[i]);
    }
    close(server);
    return 0;
}
