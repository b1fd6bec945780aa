// select takes its sockets as bits, and these have an end.
// A descriptor behind that does not fit, however few sockets are asked
// about. poll takes a list, and does not care.
// Slides: P-14c P-14d
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/select.h>
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

int main(void) {
    struct rlimit most;
    must("getrlimit", getrlimit(RLIMIT_NOFILE, &most));
    if (most.rlim_max < 1200) {
        puts("select_limit: no descriptor over 1200 is allowed here");
        return 0;
    }
    most.rlim_cur = 1200; // a process may raise its own soft limit
    must("setrlimit", setrlimit(RLIMIT_NOFILE, &most));

    int pair[2];
    must("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    // the same socket again, under the first free number from 1100 on
    int high = must("fcntl", fcntl(pair[0], F_DUPFD, 1100));
    must("write", write(pair[1], "!", 1));

    // tag::limit[]
    saw("one socket, descriptor over 1100, fits into select's set",
        "no", high < FD_SETSIZE ? "yes" : "no"); // <.>
    struct pollfd asked = {.fd = high, .events = POLLIN};
    int ready = must("poll", poll(&asked, 1, 1000)); // <.>
    saw("poll finds it", "ready", ready == 1 ? "ready" : "not ready");
    // end::limit[]
    close(high);
    close(pair[0]);
    close(pair[1]);
    return 0;
}
