// A write hands bytes to the system, which has room for so many. One
// that does not wait says how many it took; the rest is still ours,
// and the next write has to begin where this one stopped.
// Slides: E-61b E-61c U-22a K-16c
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SIZE = 16 << 20 };

static void saw(const char *what, const char *expected, int bytes) {
    const char *seen = bytes == 0 ? "nothing"
                       : bytes < SIZE ? "a part" : "all";
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// "I would have to wait" is an error to write, and none to us.
static int taken(int result) {
    int full = errno == EAGAIN || errno == EWOULDBLOCK;
    return result < 0 && full ? 0 : must("write", result);
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
    // a small room, so that every system can be seen to fill it
    int room = 65536;
    must("setsockopt", setsockopt(client, SOL_SOCKET, SO_SNDBUF,
                                  &room, sizeof room));
    char *data = calloc(SIZE, 1);
    if (!data) must("calloc", -1);

    printf("16 MiB to write, and nobody reads\n");
    // tag::part[]
    must("fcntl", fcntl(client, F_SETFL, O_NONBLOCK));
    int sent = taken(write(client, data, SIZE)); // <.>
    // end::part[]
    saw("one write took", "a part", sent);
    int n = sent;
    while (n > 0) {
        n = taken(write(client, data + sent, SIZE - sent));
        sent += n;
    }
    saw("the last of many took", "nothing", n);
    saw("all of them took", "a part", sent);

    printf("somebody reads, and the writes go on\n");
    static char some[65536];
    int got = 0;
    for (n = 1; got < SIZE && n > 0; got += n) {
        // tag::rest[]
        if (sent < SIZE) {
            n = write(client, data + sent, SIZE - sent); // <.>
            sent += taken(n);
        }
        // end::rest[]
        n = must("read", read(server, some, sizeof some));
    }
    saw("written", "all", sent);
    saw("read", "all", got);
    close(client);
    close(server);
    close(listening);
    free(data);
    return 0;
}
