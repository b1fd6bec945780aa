// A process waits, and Linux says in which system call: /proc has a
// file for that. Linux only.  ./under_the_selector [select|poll|epoll]
// Slides: P-14c P-14d
#ifndef __linux__
#include <stdio.h>
int main(void) {
    puts("this system does not say where a thread waits");
    return 0;
}
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
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

static const char *call_of(long number) {
    switch (number) {
#ifdef SYS_select
    case SYS_select:
#endif
    case SYS_pselect6: return "select";
#ifdef SYS_poll
    case SYS_poll:
#endif
    case SYS_ppoll: return "poll";
#ifdef SYS_epoll_wait
    case SYS_epoll_wait:
#endif
    case SYS_epoll_pwait: return "epoll";
    default: return "nothing";
    }
}

// tag::provider[]
static int ready(const char *way, int door) {
    if (strcmp(way, "select") == 0) {
        fd_set reading;
        FD_ZERO(&reading);
        FD_SET(door, &reading);
        struct timeval limit = {4, 0};
        return select(door + 1, &reading, NULL, NULL, &limit);
    }
    if (strcmp(way, "poll") == 0) {
        struct pollfd asked = {.fd = door, .events = POLLIN};
        return poll(&asked, 1, 4000);
    }
    int poller = must("epoll_create1", epoll_create1(0));
    struct epoll_event event = {.events = EPOLLIN};
    must("epoll_ctl", epoll_ctl(poller, EPOLL_CTL_ADD, door, &event));
    return epoll_wait(poller, &event, 1, 4000);
}
// end::provider[]

// tag::where[]
static const char *where_it_waits(int child) {
    char name[40];
    snprintf(name, sizeof name, "/proc/%d/syscall", child);
    const char *seen = "nothing";
    for (int i = 0; i < 1000 && strcmp(seen, "nothing") == 0; i++) {
        poll(NULL, 0, 2);
        long number = -1;
        FILE *file = fopen(name, "r");
        if (file && fscanf(file, "%ld", &number) == 1) // <.>
            seen = call_of(number);
        if (file) fclose(file);
    }
    return seen;
}
// end::where[]

int main(int argc, char **argv) {
    const char *way = argc > 1 ? argv[1] : "epoll";
    if (strcmp(way, "select") && strcmp(way, "poll")
        && strcmp(way, "epoll")) {
        fprintf(stderr, "way: C knows no %s\n", way);
        return 2;
    }
    if (access("/proc/self/syscall", R_OK) < 0) {
        puts("this system does not say where a thread waits");
        return 0;
    }
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int door = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(door, name, size));
    must("listen", listen(door, 5));
    must("getsockname", getsockname(door, name, &size));

    int child = must("fork", fork());
    if (child == 0) _exit(ready(way, door));

    printf("a thread waits, and nobody calls\n");
    saw("it waits in", way, where_it_waits(child));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    int status;
    must("waitpid", waitpid(child, &status, 0));
    saw("somebody calls, ready are",
        "1", WEXITSTATUS(status) == 1 ? "1" : "not 1");
    close(client);
    close(door);
    return 0;
}
#endif
