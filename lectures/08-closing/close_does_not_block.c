// Does close wait until everything is transmitted? We fill the buffers
// of a connection whose other side does not read, and close. Then once
// more, with a second to linger.
// Slides: K-17a K-17b
// Claims: 88
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static char data[100000];

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

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

int main(void) {
    alarm(5); // nothing here takes that long
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int small = 4096, big = 200000;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    setsockopt(server, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));

    for (int seconds = 0; seconds <= 1; seconds++) {
        int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        must("connect", connect(client, name, size));
        int served = must("accept", accept(server, NULL, NULL));
        setsockopt(client, SOL_SOCKET, SO_SNDBUF, &big, sizeof big);
        must("write", write(client, data, sizeof data));

        printf("100000 bytes are under way, nobody reads\n");
        // tag::linger[]
        struct linger wait = {.l_onoff = 1, .l_linger = seconds};
        if (seconds > 0)
            must("setsockopt", setsockopt(client, SOL_SOCKET,
                 SO_LINGER, &wait, sizeof wait));
        // end::linger[]
        double begun = now();
        close(client);
        double took = now() - begun;
        if (seconds > 0)
            saw("close with a second to linger", "it waited 1 s",
                took > 0.9 ? "it waited 1 s" : "no wait");
        // that close is back is proof: nobody has read a byte yet
        int came = 0, n;
        while ((n = read(served, data, sizeof data)) > 0) came += n;
        must("read", n);
        char bytes[32];
        snprintf(bytes, sizeof bytes, "%d bytes", came);
        saw("the other side then reads", "100000 bytes", bytes);
        close(served);
    }
    close(server);
    return 0;
}
