// Normally close says "that was all". With SO_LINGER on, and 0 seconds
// to linger, it says "that is enough": the other side's next read is
// an error, and what was not yet delivered is thrown away.
// Slides: R-15a R-15b U-25d
// Claims: 87 93
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static const char *answer(int fd) {
    char byte;
    ssize_t n = read(fd, &byte, 1);
    if (n < 0 && errno == ECONNRESET) return "a reset";
    return must("read", (int)n) == 0 ? "the end" : "more";
}

int main(void) {
    alarm(4); // nothing here takes that long
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));

    for (int abortive = 0; abortive <= 1; abortive++) {
        int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        must("connect", connect(client, name, size));
        int served = must("accept", accept(server, NULL, NULL));

        printf(abortive ? "the server lingers 0 s, and closes\n"
                        : "the server closes\n");
        // tag::linger[]
        struct linger none = {.l_onoff = 1, .l_linger = 0};
        if (abortive)
            must("setsockopt", setsockopt(served, SOL_SOCKET,
                 SO_LINGER, &none, sizeof none));
        // end::linger[]
        close(served);
        saw("the client reads", abortive ? "a reset" : "the end",
            answer(client));
        close(client);
    }
    close(server);
    return 0;
}
