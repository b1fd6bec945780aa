// Five writes of 512 bytes, and one read that asks for all 2560. It
// gets what is there: sometimes one write's bytes, sometimes all five.
// How they were written, nobody can see.
// Slides: E-73a K-16b K-16c R-13a R-14a
// Claims: 80 81
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void saw(const char *what, int expected, int seen) {
    printf("%s: expected %d, saw %d\n", what, expected, seen);
    if (expected != seen) exit(1);
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// MSG_PEEK: a read that leaves the bytes where they are.
static void await_arrival(int socket, char *data, int bytes) {
    clock_t deadline = clock() + 2 * CLOCKS_PER_SEC;
    int n = 0;
    while (n < bytes && clock() < deadline)
        n = must("recv", recv(socket, data, bytes, MSG_PEEK));
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

    struct timeval limit = {.tv_sec = 2};
    must("setsockopt", setsockopt(server, SOL_SOCKET, SO_RCVTIMEO,
                                  &limit, sizeof limit));
    char block[512] = {0}, data[2560];

    printf("512 bytes are written, once\n");
    must("write", write(client, block, sizeof block));
    // tag::once[]
    int n = read(server, data, 2560); // <.>
    // end::once[]
    saw("one read of 2560", 512, n);

    printf("512 bytes are written, four times more\n");
    for (int i = 2; i <= 5; i++)
        must("write", write(client, block, sizeof block));
    // tag::loop[]
    int length = n;
    while (n > 0 && length < 2560) {
        n = read(server, data + length, 2560 - length); // <.>
        if (n > 0) length += n;
    }
    // end::loop[]
    saw("reads in a loop, until 2560 are there", 2560, length);

    printf("512 bytes are written, five times; all arrive\n");
    for (int i = 1; i <= 5; i++)
        must("write", write(client, block, sizeof block));
    await_arrival(server, data, 2560);
    saw("one read of 100", 100, read(server, data, 100));
    saw("one read of 2560", 2460, read(server, data, 2560));

    close(client);
    close(server);
    close(listening);
    return 0;
}
