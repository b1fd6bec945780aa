// A server has read enough, answers and closes. The client had sent
// more: close finds unread bytes, breaks the connection, and the
// answer that is still on its way is lost. Then the polite close:
// end the sending, read what comes, and close when the client has.
// Slides: P-13d E-67c R-15b
// Claims: 87
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { REPLY = 100000 };
static char data[REPLY];

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

// Small buffers at the client, a big one at the server: the reply
// fits into both together, and not into the client's alone.
static void pair(int *client, int *served) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    int small = 4096, big = 2 * REPLY;
    *client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    setsockopt(*client, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    must("connect", connect(*client, name, size));
    *served = must("accept", accept(server, NULL, NULL));
    setsockopt(*served, SOL_SOCKET, SO_SNDBUF, &big, sizeof big);
    close(server);
}

static const char *read_to_the_end(int fd) {
    int got = 0;
    ssize_t n;
    while ((n = read(fd, data, 512)) > 0) got += n;
    if (n < 0 && errno != ECONNRESET) must("read", -1);
    if (n < 0)
        return got == REPLY ? "all, a reset" : "a part, a reset";
    return got == REPLY ? "all, the end" : "a part, the end";
}

int main(void) {
    alarm(4); // nothing here takes that long
    int client, served;

    printf("the server answers and closes\n");
    pair(&client, &served);
    // tag::close[]
    must("write", write(client, data, 100));
    must("read", read(served, data, 10));
    must("write", write(served, data, REPLY));
    close(served);
    saw("the client gets the reply, and then", "a part, a reset",
        read_to_the_end(client));
    // end::close[]
    close(client);

    printf("the server answers and closes politely\n");
    pair(&client, &served);
    must("write", write(client, data, 100));
    must("read", read(served, data, 10));
    must("write", write(served, data, REPLY));
    // tag::shutdown[]
    must("shutdown", shutdown(served, SHUT_WR));
    saw("the client gets the reply, and then", "all, the end",
        read_to_the_end(client));
    close(client);
    int left = 0;
    ssize_t n;
    while ((n = read(served, data, 512)) > 0) left += n;
    close(served);
    // end::shutdown[]
    char bytes[32];
    snprintf(bytes, sizeof bytes, "%d bytes", left);
    saw("what the server had not read", "90 bytes", bytes);
    return 0;
}
