// Who makes the connection? Not socket(), and not accept(): connect()
// asks, the server's system answers, and the server's program may
// sleep through it all. accept() only fetches what is ready.
// Slides: K-06a K-07b K-07d R-12d U-19b U-24b U-27c U-27f
// Claims: 62 64 65 66 73
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
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

static const char *somebody_waits(int server) {
    struct pollfd door = {.fd = server, .events = POLLIN};
    int ready = must("poll", poll(&door, 1, 100));
    return ready ? "somebody" : "empty";
}

static const char *written(int client) {
    return write(client, "early", 5) == 5 ? "fine" : "an error";
}

static void all_of(int from, char *text, size_t room) {
    size_t length = 0;
    int n = 1;
    while (n > 0 && length < room - 1) {
        n = must("read", read(from, text + length, room - 1 - length));
        length += n;
    }
    text[length] = 0;
}

static const char *port_in(struct sockaddr_in *a, char *text) {
    sprintf(text, "port %d", ntohs(a->sin_port));
    return text;
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

    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    saw("after socket, the server's queue",
        "empty", somebody_waits(server));
    saw("a write before connect", "an error", written(client));

    char port[16], seen[16], text[64];
    must("connect", connect(client, name, size));
    must("getsockname", getsockname(client, name, &size));
    port_in(&address, port);
    saw("after connect, and no accept yet, a write",
        "fine", written(client));
    must("shutdown", shutdown(client, SHUT_WR));
    printf("the client has said all it wanted to say\n");

    int child = must("accept", accept(server, name, &size));
    saw("now accept: the child's peer", port, port_in(&address, seen));
    all_of(child, text, sizeof text);
    saw("the child reads", "early", text);

    must("write", write(child, "late", 4));
    close(child);
    must("getsockname", getsockname(client, name, &size));
    saw("the client's own port is still",
        port, port_in(&address, seen));
    all_of(client, text, sizeof text);
    saw("and on the socket it always had, it reads", "late", text);
    close(client);
    close(server);
    return 0;
}
