// A connection has two directions, and each ends by itself. A client
// that has said all it wants can still hear; one that has closed
// cannot, and the server finds out with its second write.
// Slides: K-18a K-18c U-25b U-25c U-25d
// Claims: 89 92 93
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
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

static const char *all(int fd) {
    static char data[512];
    size_t length = 0;
    ssize_t n;
    while ((n = read(fd, data + length, 511 - length)) > 0)
        length += n;
    must("read", (int)n);
    data[length] = 0;
    return data;
}

static const char *answer(int fd) {
    return write(fd, "=5", 2) == 2 ? "it is taken" : "an error";
}

int main(void) {
    alarm(4); // nothing here takes that long
    // without this, a write to somebody who has gone ends a program
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
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    int served = must("accept", accept(server, NULL, NULL));

    // tag::half[]
    printf("the first client asks, and ends its sending\n");
    must("write", write(client, "2 + 3", 5));
    must("shutdown", shutdown(client, SHUT_WR));
    saw("the client writes", "an error", answer(client));
    saw("the server reads to the end", "2 + 3", all(served));
    saw("the server writes", "it is taken", answer(served));
    saw("the server writes", "it is taken", answer(served));
    close(served);
    saw("the client reads to the end", "=5=5", all(client));
    close(client);
    // end::half[]

    client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    served = must("accept", accept(server, NULL, NULL));

    // tag::whole[]
    printf("the second client asks, and closes\n");
    must("write", write(client, "2 + 3", 5));
    close(client);
    saw("the server reads to the end", "2 + 3", all(served));
    saw("the server writes", "it is taken", answer(served));
    const char *again = answer(served);
    // nearly always the second, but a reset takes its time
    for (int i = 0; i < 1000 && strcmp(again, "an error"); i++)
        again = answer(served);
    saw("the server writes again", "an error", again);
    close(served);
    // end::whole[]
    close(server);
    return 0;
}
