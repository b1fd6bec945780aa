// INADDR_ANY is reached at each address of the machine, 127.59.69.7 at
// none but itself. And port 0 becomes a port. Linux, where all of
// 127.x.y.z is this machine; others have 127.0.0.1 only.
// Slides: E-45a E-45b E-45e E-45f
// Claims: 38 39
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
    printf("  %s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static struct sockaddr_in name;
static socklen_t size = sizeof name;

// To port 0, so the system chooses; name knows it afterwards.
static int bound(const char *address) {
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    memset(&name, 0, sizeof name);
    name.sin_family = AF_INET;
    inet_pton(AF_INET, address, &name.sin_addr);
    must("bind", bind(server, (struct sockaddr *)&name, size));
    must("listen", listen(server, 5));
    must("getsockname",
         getsockname(server, (struct sockaddr *)&name, &size));
    saw("the port is", "not 0", name.sin_port ? "not 0" : "0");
    return server;
}

static void called(const char *address, const char *expected) {
    struct sockaddr_in there = name;
    inet_pton(AF_INET, address, &there.sin_addr);
    int caller = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    int no = connect(caller, (struct sockaddr *)&there, sizeof there);
    if (no && errno != ECONNREFUSED) must("connect", no);
    close(caller);
    char what[64];
    snprintf(what, sizeof what, "called at %s", address);
    saw(what, expected, no ? "refused" : "connected");
}

int main(void) {
#ifndef __linux__
    printf("only on Linux: elsewhere it is 127.0.0.1 alone\n");
    return 0;
#endif
    printf("example I, bound to any address\n");
    int any = bound("0.0.0.0");
    called("127.0.0.1", "connected");
    called("127.0.0.2", "connected");
    called("127.59.69.7", "connected");
    close(any);
    printf("example II, bound to 127.59.69.7\n");
    int one = bound("127.59.69.7");
    called("127.0.0.1", "refused");
    called("127.0.0.2", "refused");
    called("127.59.69.7", "connected");
    close(one);
    return 0;
}
