// On a datagram socket, connect sends nothing and asks nobody. It
// only notes who the other side is, and from then on nobody else is
// heard.
// Slides: E-57c E-57d P-12e
// Claims: 75
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct sockaddr_in Address;

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

// A socket of this kind with a port of its own, and its address.
static int bound(int kind, Address *address) {
    *address = (Address){.sin_family = AF_INET,
                         .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)address;
    socklen_t size = sizeof *address;
    int s = must("socket", socket(AF_INET, kind, 0));
    must("bind", bind(s, name, size));
    must("getsockname", getsockname(s, name, &size));
    return s;
}

static int call(int from, Address *to) {
    return connect(from, (struct sockaddr *)to, sizeof *to);
}

static const char *heard(int s, int millis, char *text) {
    struct pollfd door = {.fd = s, .events = POLLIN};
    if (must("poll", poll(&door, 1, millis)) == 0) return "nothing";
    int n = recv(s, text, 511, 0);
    if (n < 0) return errno == ECONNREFUSED ? "refused" : "an error";
    text[n] = 0;
    return text;
}

int main(void) {
    Address nobody, ours, theirs, strange;
    char text[512];
    int closed = bound(SOCK_STREAM, &nobody);
    int stream = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    int n = call(stream, &nobody);
    saw("a stream calls a port where nobody is", "refused",
        n < 0 && errno == ECONNREFUSED ? "refused" : "connected");
    int alone = bound(SOCK_DGRAM, &ours);
    n = call(alone, &nobody);
    saw("a datagram socket connects there, and is",
        "connected", n == 0 ? "connected" : "not");
    must("send", send(alone, "anybody?", 8, 0));
    saw("it sends, and waits for an answer",
        "refused", heard(alone, 2000, text));

    int friend = bound(SOCK_DGRAM, &theirs);
    int stranger = bound(SOCK_DGRAM, &strange);
    int us = bound(SOCK_DGRAM, &ours);
    must("connect", call(us, &theirs));
    must("connect", call(stranger, &ours));
    must("send", send(stranger, "the stranger", 12, 0));
    must("connect", call(friend, &ours));
    must("send", send(friend, "the friend", 10, 0));
    saw("a stranger writes to us, then our friend; we hear",
        "the friend", heard(us, 2000, text));
    saw("and then", "nothing", heard(us, 100, text));
    close(us);
    close(friend);
    close(stranger);
    close(alone);
    close(stream);
    close(closed);
    return 0;
}
