// What Linux makes of a value: it doubles, raises, cuts and refuses,
// and lets children inherit more than Java can set. Linux only.
// Slides: P-14e P-14f U-08b
// Claims: 10 72
#ifndef __linux__
#include <stdio.h>
int main(void) {
    puts("options_on_linux: other systems, other habits");
    return 0;
}
#else
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
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

static void saw_true(const char *what, int seen) {
    saw(what, "true", seen ? "true" : "false");
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static int get(int s, int level, int option) {
    int value;
    socklen_t size = sizeof value;
    must("getsockopt", getsockopt(s, level, option, &value, &size));
    return value;
}

static int set(int s, int level, int option, int value) {
    return setsockopt(s, level, option, &value, sizeof value);
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int door = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(door, name, size));
    must("listen", listen(door, 5));
    must("getsockname", getsockname(door, name, &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));

    // tag::size[]
    must("setsockopt", set(client, SOL_SOCKET, SO_RCVBUF, 20000));
    saw_true("SO_RCVBUF 20000 becomes 40000", // <.>
             get(client, SOL_SOCKET, SO_RCVBUF) == 40000);
    must("setsockopt", set(client, SOL_SOCKET, SO_RCVBUF, 1));
    saw_true("SO_RCVBUF 1 becomes more than 1000",
             get(client, SOL_SOCKET, SO_RCVBUF) > 1000);
    must("setsockopt", set(client, SOL_SOCKET, SO_RCVBUF, 1 << 30));
    saw_true("SO_RCVBUF 1 GiB becomes less", // <.>
             get(client, SOL_SOCKET, SO_RCVBUF) < 1 << 30);
    // end::size[]

    // tag::error[]
    struct sockaddr_in nobody = address;
    int silent = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    nobody.sin_port = 0; // bound, and not listening
    must("bind", bind(silent, (struct sockaddr *)&nobody, size));
    must("getsockname", getsockname(
        silent, (struct sockaddr *)&nobody, &size));
    int refused = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("fcntl", fcntl(refused, F_SETFL, O_NONBLOCK));
    connect(refused, (struct sockaddr *)&nobody, size);
    struct pollfd asked = {.fd = refused, .events = POLLOUT};
    must("poll", poll(&asked, 1, 2000));
    saw_true("SO_ERROR of a refused call says so",
             get(refused, SOL_SOCKET, SO_ERROR) == ECONNREFUSED);
    saw_true("asked again, it says nothing", // <.>
             get(refused, SOL_SOCKET, SO_ERROR) == 0);
    // end::error[]

    // tag::refused[]
    int answer = set(client, SOL_SOCKET, SO_TYPE, SOCK_DGRAM);
    saw("SO_TYPE set to another", "refused",
        answer < 0 && errno == ENOPROTOOPT // <.>
            ? "refused" : "taken");
    answer = set(client, IPPROTO_TCP, TCP_MAXSEG, 1);
    saw("TCP_MAXSEG set to 1", "refused",
        answer < 0 && errno == EINVAL ? "refused" : "taken");
    // end::refused[]
    must("setsockopt", set(client, IPPROTO_TCP, TCP_MAXSEG, 1000));

    // tag::inherit[]
    must("setsockopt", set(door, IPPROTO_TCP, TCP_NODELAY, 1));
    must("setsockopt", set(door, SOL_SOCKET, SO_KEEPALIVE, 1));
    must("fcntl", fcntl(door, F_SETFL, O_NONBLOCK));
    must("connect", connect(client, name, size));
    int child = must("accept", accept(door, NULL, NULL)); // <.>
    saw_true("TCP_NODELAY is inherited",
             get(child, IPPROTO_TCP, TCP_NODELAY));
    saw_true("SO_KEEPALIVE is inherited",
             get(child, SOL_SOCKET, SO_KEEPALIVE));
    saw_true("not waiting is not inherited",
             !(must("fcntl", fcntl(child, F_GETFL)) & O_NONBLOCK));
    // end::inherit[]
    saw_true("the listener listens, SO_ACCEPTCONN",
             get(door, SOL_SOCKET, SO_ACCEPTCONN));
    saw_true("its child does not",
             !get(child, SOL_SOCKET, SO_ACCEPTCONN));
    saw_true("connected, TCP_MAXSEG is at most the 1000 asked for",
             get(client, IPPROTO_TCP, TCP_MAXSEG) <= 1000);
    saw_true("TCP_MAXSEG of the other end, too",
             get(child, IPPROTO_TCP, TCP_MAXSEG) <= 1000);

    close(child);
    close(client);
    close(refused);
    close(silent);
    close(door);
    return 0;
}
#endif
