// One side closes. The other reads everything that was sent before,
// and then the end, as often as it likes. An empty write is no end,
// and a forgotten close is none either.
// Slides: K-08a K-08b K-08c K-08d P-13d R-15a R-15b U-22d E-66b E-67a
// Claims: 87 91
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
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
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static void patience(int fd, int milliseconds) {
    struct timeval t = {.tv_sec = milliseconds / 1000,
                        .tv_usec = milliseconds % 1000 * 1000};
    must("setsockopt", setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO,
                                  &t, sizeof t));
}

static const char *answer(int fd) {
    static char bytes[32];
    char data[512];
    ssize_t n = read(fd, data, sizeof data);
    if (n == 0) return "the end";
    if (n < 0) return errno == EAGAIN ? "nothing yet" : "an error";
    snprintf(bytes, sizeof bytes, "%zd bytes", n);
    return bytes;
}

int main(void) {
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

    // tag::forgotten[]
    must("write", write(served, "bye", 3));
    must("write", write(served, "", 0));
    printf("the server writes 3 bytes, then 0 bytes\n");
    patience(client, 2000);
    saw("the client reads", "3 bytes", answer(client));
    patience(client, 200); // nobody closes: who waits, waits
    saw("the client reads", "nothing yet", answer(client));
    // end::forgotten[]

    // tag::close[]
    must("write", write(served, "bye", 3));
    must("close", close(served));
    printf("the server writes 3 bytes and closes\n");
    patience(client, 2000);
    saw("the client reads", "3 bytes", answer(client));
    saw("the client reads", "the end", answer(client));
    saw("the client reads", "the end", answer(client));
    // end::close[]

    // tag::after[]
    printf("the server uses the socket once more\n");
    saw("the server reads", "an error", answer(served));
    saw("the server writes", "an error",
        write(served, "bye", 3) < 0 ? "an error" : "it is taken");
    // end::after[]
    close(client);
    close(server);
    return 0;
}
