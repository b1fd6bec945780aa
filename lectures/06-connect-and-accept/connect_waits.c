// connect waits until the other system has answered. A full queue is
// how one gets no answer on one's own machine: Linux then says
// nothing, in the hope that there is room soon. Linux only.
// Slides: E-53 E-56 R-10a R-10c R-11c U-14c U-24e U-24g U-27b
// Claims: 60 74
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
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

static int stream(void) {
    return must("socket", socket(AF_INET, SOCK_STREAM, 0));
}

// C's connect has no deadline. So: begin it, wait for the outcome as
// long as we like, and ask what it was.
static const char *connected(int client, struct sockaddr_in *door) {
    // tag::connect[]
    must("fcntl", fcntl(client, F_SETFL, O_NONBLOCK));
    int n = connect(client, (struct sockaddr *)door, sizeof *door);
    int reason = n < 0 ? errno : 0;
    if (reason == EINPROGRESS) {
        struct pollfd answer = {.fd = client, .events = POLLOUT};
        socklen_t size = sizeof reason;
        if (must("poll", poll(&answer, 1, 300)) == 0)
            reason = ETIMEDOUT;
        else
            must("getsockopt", getsockopt(client, SOL_SOCKET, SO_ERROR,
                                          &reason, &size));
    }
    if (reason == 0) return "connected";
    close(client);
    return reason == ETIMEDOUT      ? "no answer"
           : reason == ECONNREFUSED ? "refused"
                                    : strerror(reason);
    // end::connect[]
}

int main(void) {
    struct sockaddr_in door = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&door;
    socklen_t size = sizeof door;
    int server = stream();
    must("bind", bind(server, name, size));
    must("listen", listen(server, 1));
    must("getsockname", getsockname(server, name, &size));

    int waiting = 0;
    while (waiting < 9
           && strcmp(connected(stream(), &door), "connected") == 0)
        waiting++;
    printf("the queue of the server is full\n");

    double begun = now();
    saw("connect, waiting 300 ms",
        "no answer", connected(stream(), &door));
    double seconds = now() - begun;
    saw("it took at least that long", "yes",
        seconds >= 0.3 ? "yes" : "no");

    close(must("accept", accept(server, NULL, NULL)));
    saw("the server takes one from the queue, connect",
        "connected", connected(stream(), &door));

    close(server);
    saw("the server closes, connect",
        "refused", connected(stream(), &door));
    return 0;
}
#else
int main(void) {
    printf("elsewhere a full queue may answer, with a no\n");
    return 0;
}
#endif
