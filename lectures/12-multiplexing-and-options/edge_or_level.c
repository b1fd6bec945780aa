// epoll has a memory: it keeps its set in the system. Level:
// ready as long as there is something. Edge: told once, when
// something comes. Linux only.
// Slides: P-14d
#ifndef __linux__
#include <stdio.h>
int main(void) {
    puts("edge_or_level: epoll is there on Linux only");
    return 0;
}
#else
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
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

// tag::ask[]
static const char *ask(int poller) {
    struct epoll_event event;
    return must("epoll_wait", epoll_wait(poller, &event, 1, 50)) == 1
        ? "ready" : "nobody"; // <.>
}
// end::ask[]

int main(void) {
    // tag::level[]
    int pair[2]; // <.>
    must("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    int level = must("epoll_create1", epoll_create1(0));
    struct epoll_event event = {.events = EPOLLIN};
    must("epoll_ctl", epoll_ctl(level, EPOLL_CTL_ADD, pair[0],
                                &event)); // <.>
    // end::level[]
    int edge = must("epoll_create1", epoll_create1(0));
    // tag::edge[]
    event.events = EPOLLIN | EPOLLET; // <.>
    must("epoll_ctl", epoll_ctl(edge, EPOLL_CTL_ADD, pair[0],
                                &event));
    // end::edge[]

    must("write", write(pair[1], "tw", 2));
    saw("two bytes have come, level", "ready", ask(level));
    saw("asked again, level", "ready", ask(level));
    saw("two bytes have come, edge", "ready", ask(edge));
    saw("asked again, edge", "nobody", ask(edge));

    char one;
    must("read", read(pair[0], &one, 1));
    saw("one is read and one is left, level", "ready", ask(level));
    saw("one is read and one is left, edge", "nobody", ask(edge));
    must("write", write(pair[1], "!", 1));
    saw("another comes, edge", "ready", ask(edge));

    close(edge);
    close(level);
    close(pair[0]);
    close(pair[1]);
    return 0;
}
#endif
