// listen's number is the length of a queue: of callers who are already
// connected while nobody has accepted them. It is a wish, and it says
// nothing about how many are served in all.  ./backlog [NUMBER]
// Slides: R-08b U-18c U-18d
// Claims: 56
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

// connect, but give up after a moment: it would try for minutes.
static int answered(int caller, const struct sockaddr_in *name) {
    fcntl(caller, F_SETFL, O_NONBLOCK);
    if (connect(caller, (const struct sockaddr *)name,
                sizeof *name) == 0)
        return 1;
    struct pollfd done = {.fd = caller, .events = POLLOUT};
    int error = ETIMEDOUT;
    socklen_t size = sizeof error;
    if (errno == EINPROGRESS && poll(&done, 1, 300) == 1)
        getsockopt(caller, SOL_SOCKET, SO_ERROR, &error, &size);
    return error == 0;
}

// Calls until one is not answered, but a hundred times at most.
static int callers(const struct sockaddr_in *name, int *connected) {
    for (int n = 0; n < 100; n++) {
        connected[n] = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        if (answered(connected[n], name)) continue;
        close(connected[n]);
        return n;
    }
    return 100;
}

int main(int argc, char **argv) {
    int backlog = argc > 1 ? atoi(argv[1]) : 1;
    struct sockaddr_in name = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof name;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, (struct sockaddr *)&name, size));
    must("getsockname",
         getsockname(server, (struct sockaddr *)&name, &size));
    must("listen", listen(server, backlog));

    int waiting[100], later[100];
    int n = callers(&name, waiting);
    printf("backlog %d: %d are connected, and nobody has accepted\n",
           backlog, n);
    saw("the queue has an end", "yes", n < 100 ? "yes" : "no");

    // Take them out of the queue, and there is room again.
    for (int i = 0; i < n; i++)
        close(must("accept", accept(server, NULL, NULL)));
    int more = callers(&name, later);
    saw("all accepted, more may come", "yes", more > 0 ? "yes" : "no");

    for (int i = 0; i < n; i++) close(waiting[i]);
    for (int i = 0; i < more; i++) close(later[i]);
    close(server);
    return 0;
}
