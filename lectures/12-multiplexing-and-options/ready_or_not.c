// Ready to read means: a read would not wait. It may bring a byte, the
// end or an error. Ready to write means: there is room for some.
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

static struct sockaddr_in address = {.sin_family = AF_INET};
static struct sockaddr *name = (struct sockaddr *)&address;
static socklen_t size = sizeof address;
static int door, client, child;
static char much[65536];

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

static void call(void) {
    client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    child = must("accept", accept(door, NULL, NULL));
    must("fcntl", fcntl(child, F_SETFL, O_NONBLOCK));
}

// tag::ask[]
static const char *state(void) {
    struct pollfd asked = {.fd = child,
                           .events = POLLIN | POLLOUT};
    must("poll", poll(&asked, 1, 0)); // <.>
    int reads = asked.revents & POLLIN;
    int writes = asked.revents & POLLOUT;
    return reads && writes ? "read write"
         : reads ? "read" : writes ? "write" : "nothing";
}
// end::ask[]

static const char *bring(int most) {
    static char text[24];
    ssize_t n = read(child, much, most);
    if (n < 0) return "an error";
    if (n == 0) return "the end";
    sprintf(text, "%zd", n);
    return text;
}

// What has been sent may need a moment: two seconds is our last word.
static void await(const char *what, const char *expected) {
    double last = now() + 2;
    const char *seen = state();
    while (strcmp(seen, expected) != 0 && now() < last)
        seen = state();
    char text[80];
    snprintf(text, sizeof text, "%s, it can", what);
    saw(text, expected, seen);
}

int main(void) {
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    door = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(door, name, size));
    must("listen", listen(door, 5));
    must("getsockname", getsockname(door, name, &size));

    call();
    await("nothing has come", "write");
    must("write", write(client, "!!", 2));
    await("two bytes have come", "read write");
    await("asked again", "read write");
    saw("a read brings", "1", bring(1));
    await("one is left", "read write");
    saw("a read brings", "1", bring(80));
    await("none is left", "write");
    must("shutdown", shutdown(client, SHUT_WR));
    await("the client has ended", "read write");
    saw("a read brings", "the end", bring(80));
    await("asked again", "read write");
    close(child);
    close(client);

    call();
    struct pollfd room = {.fd = child, .events = POLLOUT};
    // the client's system takes some in, and that makes room again
    do while (write(child, much, sizeof much) > 0) continue;
    while (must("poll", poll(&room, 1, 50)) > 0);
    await("all buffers are full", "nothing");
    struct linger none = {.l_onoff = 1, .l_linger = 0};
    must("setsockopt", setsockopt(client, SOL_SOCKET, SO_LINGER,
                                  &none, sizeof none));
    close(client);
    await("the client has broken off", "read write");
    saw("a read brings", "an error", bring(80));
    close(child);
    close(door);
    return 0;
}
