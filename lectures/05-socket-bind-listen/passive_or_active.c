// A name is not yet a telephone that rings: a socket with a port may
// still call, and cannot be called. Only listen makes it passive, and
// only until close.
// Slides: K-12a K-12b K-12c P-12c R-08a U-16c U-17e U-18a U-18e
// Claims: 53 54 60
#include <arpa/inet.h>
#include <errno.h>
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

static const char *called(const struct sockaddr_in *name) {
    int caller = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    int answer = connect(caller, (const struct sockaddr *)name,
                         sizeof *name);
    const char *seen = answer == 0             ? "connected"
                       : errno == ECONNREFUSED ? "refused"
                                               : strerror(errno);
    close(caller);
    return seen;
}

static const char *accepted(int server) {
    int child = accept(server, NULL, NULL);
    if (child < 0) return "an error";
    close(child);
    return "a new socket";
}

int main(void) {
    struct sockaddr_in name = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof name;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, (struct sockaddr *)&name, length));
    must("getsockname",
         getsockname(server, (struct sockaddr *)&name, &length));
    saw("a bound socket", "refused", called(&name));
    saw("accept before listen", "an error", accepted(server));

    must("listen", listen(server, 5));
    saw("a listening socket", "connected", called(&name));
    saw("accept finds the caller", "a new socket", accepted(server));

    close(server);
    saw("a closed socket", "refused", called(&name));
    return 0;
}
