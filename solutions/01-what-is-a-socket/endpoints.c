// One socket, from new to closed. At each step that we are asked for
// we print its two ends: local -> remote.
// ./endpoints HOST PORT STEP [STEP...]
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *LIFE[] = {"new", "bound", "connected", "closed"};

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

// Its place among the steps, or -1.
static int place(const char *step) {
    for (int i = 0; i < 4; i++)
        if (strcmp(step, LIFE[i]) == 0) return i;
    return -1;
}

// getsockname and getpeername ask in the same way.
typedef int question(int, struct sockaddr *, socklen_t *);

static void show(int end, question *ask) {
    struct sockaddr_storage address;
    socklen_t size = sizeof address;
    char host[NI_MAXHOST], port[NI_MAXSERV];
    // no answer, or port 0, is no end
    if (ask(end, (struct sockaddr *)&address, &size) < 0
        || getnameinfo((struct sockaddr *)&address, size, host,
                       sizeof host, port, sizeof port,
                       NI_NUMERICHOST | NI_NUMERICSERV) != 0
        || strcmp(port, "0") == 0)
        printf("-");
    else if (strcmp(host, "0.0.0.0") == 0 || strcmp(host, "::") == 0)
        printf("*:%s", port);
    else
        printf(strchr(host, ':') ? "[%s]:%s" : "%s:%s", host, port);
}

int main(int argc, char **argv) {
    if (argc < 4) fail(2, "usage", "HOST PORT STEP [STEP...]");
    char *rest;
    long port = strtol(argv[2], &rest, 10);
    if (*rest || port < 1 || port > 65535)
        fail(2, "port", "not a number from 1 to 65535");
    int last = 0, asked[4] = {0};
    for (int i = 3; i < argc; i++) {
        int at = place(argv[i]);
        if (at < 0) fail(2, "step", "there is no such step");
        asked[at] = 1;
        if (at > last) last = at;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM,
                             .ai_flags = AI_NUMERICHOST}, *there;
    int wrong = getaddrinfo(argv[1], argv[2], &hints, &there);
    if (wrong) fail(2, "host", gai_strerror(wrong));

    int end = socket(there->ai_family, SOCK_STREAM, 0);
    if (end < 0) fail(1, "socket", strerror(errno));
    for (int step = 0; step <= last; step++) {
        // zeros behind the family are the wildcard, and port 0
        struct sockaddr_storage any = {.ss_family = there->ai_family};
        if (step == 1 && bind(end, (struct sockaddr *)&any,
                              there->ai_addrlen) < 0)
            fail(1, "bind", strerror(errno));
        if (step == 2
            && connect(end, there->ai_addr, there->ai_addrlen) < 0)
            fail(1, "connect", strerror(errno));
        if (step == 3) close(end);
        if (!asked[step]) continue;
        show(end, getsockname);
        printf(" -> ");
        show(end, getpeername);
        printf("\n");
        fflush(stdout);
    }
    freeaddrinfo(there);
    return 0;
}
