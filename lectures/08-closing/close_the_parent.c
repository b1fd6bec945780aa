// Can the parent be closed? Yes, like any socket. Its children go on;
// who was waiting to be accepted is reset, and who calls now is
// refused. Nobody does it after each client, that is all.
// Slides: U-21d U-22c U-22e
// Claims: 91
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
    static char data[512];
    ssize_t n = read(fd, data, sizeof data - 1);
    if (n < 0 && errno == ECONNRESET) return "a reset";
    data[must("read", (int)n)] = 0;
    return n == 0 ? "the end" : data;
}

int main(void) {
    alarm(4); // nothing here takes that long
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int parent = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(parent, name, size));
    must("listen", listen(parent, 5));
    must("getsockname", getsockname(parent, name, &size));
    int accepted = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(accepted, name, size));
    int child = must("accept", accept(parent, NULL, NULL));
    int waiting = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(waiting, name, size));

    printf("one client is accepted, one waits, the parent closes\n");
    // tag::close[]
    close(parent);
    // end::close[]

    must("write", write(child, "hello", 5));
    saw("the accepted client reads", "hello", answer(accepted));
    saw("the waiting client reads", "a reset", answer(waiting));
    int new = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    int refused = connect(new, name, size) < 0;
    saw("a new client calls", "refused",
        refused && errno == ECONNREFUSED ? "refused" : "connected");

    close(child);
    printf("the child closes\n");
    saw("the accepted client reads", "the end", answer(accepted));
    close(accepted);
    close(waiting);
    close(new);
    return 0;
}
