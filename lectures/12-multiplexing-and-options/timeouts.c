// A read that may wait for ever needs a limit. But a limit for each
// read is none for the conversation: who sends a byte now and then
// keeps you for as long as he likes. A deadline is for all of it.
// Slides: P-14f P-14c U-08b
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SIZE 24

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

static const char *limit(int s) {
    static char text[24];
    struct timeval t;
    socklen_t size = sizeof t;
    must("getsockopt", getsockopt(s, SOL_SOCKET, SO_RCVTIMEO,
                                  &t, &size));
    long millis = t.tv_sec * 1000 + t.tv_usec / 1000;
    snprintf(text, sizeof text, "%ld ms", millis);
    return millis == 0 ? "none" : text;
}

static void set_limit(int s, int millis) {
    struct timeval t = {millis / 1000, millis % 1000 * 1000};
    must("setsockopt", setsockopt(s, SOL_SOCKET, SO_RCVTIMEO,
                                  &t, sizeof t));
}

// A byte now and then, 100 at most, from a process of its own.
static pid_t drip(int client) {
    fflush(stdout);
    pid_t child = must("fork", fork());
    if (child > 0) return child;
    signal(SIGPIPE, SIG_IGN);
    for (int i = 0; i < 100; i++) {
        poll(NULL, 0, 50);
        if (write(client, ".", 1) < 0) break;
    }
    _exit(0);
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
    int child = must("accept", accept(door, NULL, NULL));

    // tag::limit[]
    saw("limit at first", "none", limit(child));
    set_limit(child, 100); // <.>
    saw("limit set, read back", "100 ms", limit(child));
    double begun = now();
    char one[2] = "";
    ssize_t n = read(child, one, 1);
    int up = n < 0 && errno == EAGAIN; // <.>
    // end::limit[]
    saw("nothing comes, a read answers", "time is up",
        up ? "time is up" : "something");
    saw("it took at least that long", "true",
        now() - begun >= 0.1 ? "true" : "false");
    must("write", write(client, "!", 1));
    set_limit(child, 2000);
    must("read", read(child, one, 1));
    saw("the socket still works, a read brings", "!", one);

    set_limit(child, 1000);
    begun = now();
    pid_t dripping = drip(client);
    char have[16];
    int got = 0;
    while (got < SIZE && read(child, one, 1) == 1) got++; // <.>
    sprintf(have, "%d", got);
    saw("a byte each 50 ms, a limit of 1 s for each read: bytes",
        "24", have);
    saw("all of them took longer than 1 s", "true",
        now() - begun > 1 ? "true" : "false");

    // tag::deadline[]
    double deadline = now() + 0.2;
    struct pollfd asked = {.fd = child, .events = POLLIN};
    for (got = 0; got < 1000; got++) {
        int left = (deadline - now()) * 1000;
        if (left <= 0) break; // <.>
        if (must("poll", poll(&asked, 1, left)) == 0) break; // <.>
        must("read", read(child, one, 1));
    }
    // end::deadline[]
    saw("1000 bytes of the same, within 200 ms",
        "time is up", got < 1000 ? "time is up" : "the whole");

    kill(dripping, SIGTERM);
    must("waitpid", waitpid(dripping, NULL, 0));
    close(client);
    close(child);
    close(door);
    return 0;
}
