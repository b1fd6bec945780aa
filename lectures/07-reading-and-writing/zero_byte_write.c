// The slides' client ends the conversation with a write of 0 bytes.
// On a stream that sends nothing at all: the reader goes on waiting,
// until the writer ends its direction.
// Slides: E-63a E-63b
// Claims: 83
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

// In C, 0 is two answers: the end, and "you asked for 0 bytes".
static const char *reading(int from, int at_most) {
    static char data[80], said[20];
    int n = read(from, data, at_most);
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return "nothing";
    must("read", n);
    if (n == 0 && at_most > 0) return "the end";
    snprintf(said, sizeof said, "%d bytes", n);
    return said;
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int listening = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(listening, name, size));
    must("listen", listen(listening, 5));
    must("getsockname", getsockname(listening, name, &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    int server = must("accept", accept(listening, NULL, NULL));
    struct timeval limit = {.tv_usec = 200 * 1000};
    must("setsockopt", setsockopt(server, SOL_SOCKET, SO_RCVTIMEO,
                                  &limit, sizeof limit));

    // tag::zero[]
    must("write", write(client, "", 0)); // <.>
    // end::zero[]
    printf("0 bytes are written\n");
    saw("200 ms of reading", "nothing", reading(server, 80));

    must("write", write(client, "ok", 2));
    printf("2 bytes are written\n");
    saw("a read of 0", "0 bytes", reading(server, 0));
    saw("a read of 80", "2 bytes", reading(server, 80));

    // tag::end[]
    must("shutdown", shutdown(client, SHUT_WR)); // <.>
    // end::end[]
    printf("the writer ends its direction\n");
    saw("a read of 80", "the end", reading(server, 80));
    saw("and once more", "the end", reading(server, 80));

    close(client);
    close(server);
    close(listening);
    return 0;
}
