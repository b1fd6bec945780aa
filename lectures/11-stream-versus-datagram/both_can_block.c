// A stream is synchronous, a datagram asynchronous, says the slide.
// One reader of each kind waits for ever, not at all, and for 50 ms:
// whether a read waits is the reader's choice; the kind has no say.
// Slides: E-75d
// Claims: 102
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(const char *kind, const char *how,
                const char *expected, const char *seen) {
    printf("%-8s %-27s expected %s, saw %s\n",
           kind, how, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static int ready(int fd, int millis) {
    struct pollfd one = {.fd = fd, .events = POLLIN};
    return must("poll", poll(&one, 1, millis));
}

static const char *text(int fd) {
    static char room[513];
    ssize_t n = read(fd, room, sizeof room - 1);
    if (n < 0 && errno == EAGAIN) return "nothing";
    room[must("read", n)] = 0;
    return room;
}

static void three_ways(const char *kind, int reader, int writer) {
    // tag::blocking[]
    int told[2];
    must("pipe", pipe(told));
    fflush(stdout);
    if (must("fork", fork()) == 0) { // <.>
        const char *heard = text(reader);
        _exit(write(told[1], heard, strlen(heard)) < 0);
    }
    saw(kind, "blocking, nothing there", "waits",
        ready(told[0], 50) ? text(told[0]) : "waits");
    must("send", send(writer, "hello", 5, 0));
    saw(kind, "blocking, hello was sent", "hello",
        ready(told[0], 5000) ? text(told[0]) : "nothing");
    wait(NULL);
    // end::blocking[]

    // tag::nonblocking[]
    int flags = must("fcntl", fcntl(reader, F_GETFL));
    must("fcntl", fcntl(reader, F_SETFL, flags | O_NONBLOCK)); // <.>
    saw(kind, "non-blocking, nothing there", "nothing", text(reader));
    // end::nonblocking[]

    // tag::limit[]
    saw(kind, "50 ms, nothing there", "gives up",
        ready(reader, 50) ? text(reader) : "gives up"); // <.>
    must("send", send(writer, "again", 5, 0));
    saw(kind, "5000 ms, again was sent", "again",
        ready(reader, 5000) ? text(reader) : "gives up");
    // end::limit[]
}

static int bound(int type, struct sockaddr_in *address) {
    *address = (struct sockaddr_in){
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof *address;
    struct sockaddr *name = (struct sockaddr *)address;
    int fd = must("socket", socket(AF_INET, type, 0));
    must("bind", bind(fd, name, size));
    must("getsockname", getsockname(fd, name, &size));
    return fd;
}

static void to(int fd, struct sockaddr_in *address) {
    must("connect", connect(fd, (struct sockaddr *)address,
                            sizeof *address));
}

int main(void) {
    struct sockaddr_in here, there;
    int door = bound(SOCK_STREAM, &there);
    must("listen", listen(door, 5));
    int caller = bound(SOCK_STREAM, &here);
    to(caller, &there);
    three_ways("stream", must("accept", accept(door, NULL, NULL)),
               caller);

    int left = bound(SOCK_DGRAM, &here);
    int right = bound(SOCK_DGRAM, &there);
    to(left, &there);
    to(right, &here);
    three_ways("datagram", right, left);
    return 0;
}
