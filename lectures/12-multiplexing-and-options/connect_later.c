// connect, too, can be told not to wait. Then it is under way, the
// selector says when it is over, and one more question says how.
// Slides: P-14c P-14e
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct sockaddr_in address = {.sin_family = AF_INET};
static struct sockaddr *name = (struct sockaddr *)&address;
static socklen_t size = sizeof address;

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

static int bound(void) {
    int s = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = 0;
    must("bind", bind(s, name, size));
    return s;
}

// tag::call[]
static int call(int door) {
    must("getsockname", getsockname(door, name, &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("fcntl", fcntl(client, F_SETFL, O_NONBLOCK));
    if (connect(client, name, size) < 0 && errno != EINPROGRESS)
        must("connect", -1); // <.>
    return client;
}
// end::call[]

// tag::outcome[]
static const char *outcome(int client) {
    int error;
    socklen_t length = sizeof error;
    must("getsockopt", getsockopt(client, SOL_SOCKET, SO_ERROR,
                                  &error, &length)); // <.>
    return error == 0 ? "connected"
         : error == ECONNREFUSED ? "refused" : strerror(error);
}
// end::outcome[]

int main(void) {
    int door = bound();
    must("listen", listen(door, 5));
    // bound and not listening: the port is ours, and nobody answers
    int silent = bound();

    struct pollfd calls[2] = {
        {.fd = call(door), .events = POLLOUT},
        {.fd = call(silent), .events = POLLOUT}};
    const char *ends[2] = {"waiting", "waiting"};
    for (int over = 0; over < 2;) {
        if (must("poll", poll(calls, 2, 1000)) == 0) break;
        for (int i = 0; i < 2; i++) {
            if (!calls[i].revents) continue;
            ends[i] = outcome(calls[i].fd);
            close(calls[i].fd);
            calls[i].fd = -1; // poll passes over negative ones
            over++;
        }
    }
    saw("the open door", "connected", ends[0]);
    saw("the closed one", "refused", ends[1]);
    close(silent);
    close(door);
    return 0;
}
