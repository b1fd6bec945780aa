// shutdown(s, how) ends receiving (0), sending (1) or both (2). Three
// connections, one for each, and what either side sees afterwards.
// Slides: K-18a K-18b K-18c K-18d
// Claims: 89
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("  %s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static const char *reads(int fd) {
    // what comes has come by now
    struct timeval t = {.tv_usec = 200000};
    must("setsockopt", setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO,
                                  &t, sizeof t));
    char byte;
    ssize_t n = read(fd, &byte, 1);
    if (n < 0 && errno == EAGAIN) return "nothing yet";
    must("read", (int)n);
    return n == 0 ? "the end" : "1 byte";
}

static const char *writes(int fd) {
    return write(fd, "x", 1) == 1 ? "it is taken" : "an error";
}

int main(void) {
    signal(SIGPIPE, SIG_IGN);
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));

    for (int how = 0; how <= 2; how++) {
        int one = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        must("connect", connect(one, name, size));
        int other = must("accept", accept(server, NULL, NULL));

        // tag::shutdown[]
        int names[] = {SHUT_RD, SHUT_WR, SHUT_RDWR};
        must("shutdown", shutdown(one, names[how]));
        // end::shutdown[]
        printf("one side calls shutdown with %d\n", how);

        int receives = how == 1;
        int sends = how == 0;
        saw("it reads", receives ? "nothing yet" : "the end",
            reads(one));
        saw("the other side writes", "it is taken", writes(other));
        saw("it writes", sends ? "it is taken" : "an error",
            writes(one));
        saw("the other side reads", sends ? "1 byte" : "the end",
            reads(other));
        saw("is the socket closed", "no",
            fcntl(one, F_GETFD) < 0 ? "yes" : "no");
        close(one);
        close(other);
    }
    close(server);
    return 0;
}
