// A slow reader must not make us wait: what it does not take is ours
// to keep, and room for more is a thing to be told. But only while
// there is something to write, or we are told without end.
// Slides: P-14c P-14d
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static void saw_ready(const char *what, int expected, int seen) {
    char e[16], s[16];
    sprintf(e, "%d", expected);
    sprintf(s, "%d", seen);
    saw(what, e, s);
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

#define ALL (8 << 20)
static char owed[ALL], some[65536];
static int child, sent;

// Whether it took some of the bytes: as far as it has room.
static int write_some(void) {
    ssize_t n = write(child, owed + sent, ALL - sent);
    if (n > 0) sent += n;
    return n > 0;
}

static const char *amount(void) {
    return sent == 0 ? "nothing" : sent < ALL ? "a part" : "all";
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
    must("connect", connect(client, name, size));
    child = must("accept", accept(door, NULL, NULL));
    must("fcntl", fcntl(child, F_SETFL, O_NONBLOCK));
    // a small room, so that every system can be seen to fill it
    int room = 65536;
    must("setsockopt", setsockopt(child, SOL_SOCKET, SO_SNDBUF,
                                  &room, sizeof room));

    // tag::ask[]
    struct pollfd key = {.fd = child, .events = POLLIN};
    saw_ready("asked for reading, 50 ms: ready", 0,
              poll(&key, 1, 50)); // <.>
    key.events = POLLOUT;
    int told = 0;
    for (int i = 0; i < 1000; i++) told += poll(&key, 1, 50); // <.>
    saw_ready("asked for writing, 1000 times: ready", 1000, told);
    // end::ask[]

    // the client's system takes some in, and that makes room again
    int ready = 1;
    while (ready > 0 && sent < ALL) {
        while (write_some()) continue;
        ready = poll(&key, 1, 50);
    }
    saw("written, and nobody reads", "a part", amount());
    saw_ready("asked for writing, 50 ms: ready", 0, ready);

    // one thread plays both parts: none of them may wait
    must("fcntl", fcntl(client, F_SETFL, O_NONBLOCK));
    int turns = 0, got = 0;
    double last = now() + 4;
    while (got < ALL && now() < last) {
        // tag::rest[]
        if (poll(&key, 1, 0) > 0) { // <.>
            write_some(); // <.>
            turns++;
            if (sent == ALL) key.events = POLLIN; // <.>
        }
        // end::rest[]
        ssize_t n = read(client, some, sizeof some);
        if (n > 0) got += n;
    }
    saw("written, and somebody reads", "all", amount());
    saw("in more than one turn", "true", turns > 1 ? "true" : "false");
    saw_ready("asked for reading again, 50 ms: ready", 0,
              poll(&key, 1, 50));
    close(child);
    close(client);
    close(door);
    return 0;
}
