// A server accepts n clients, tells each who has come, and begins
// again. A client that has gone meanwhile harms nobody.
// ./accept_n [PORT [N]]
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 99, LINE = 64 };

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static int number(const char *what, const char *word, int least,
                  int most) {
    char *end;
    long n = strtol(word, &end, 10);
    if (*word == 0 || *end || n < least || n > most)
        fail(2, what, "not a number that will do");
    return n;
}

// The listening socket is borrowed: it is left as it was.
static void serve_round(int server, int n) {
    int clients[MOST];
    char lines[MOST * LINE] = "";
    for (int i = 0; i < n; i++) {
        // what accept fills in stays true when the client has gone;
        // getpeername would fail then
        struct sockaddr_in peer;
        socklen_t size = sizeof peer;
        clients[i] = accept(server, (struct sockaddr *)&peer, &size);
        if (clients[i] < 0) fail(1, "accept", strerror(errno));
        char host[INET_ADDRSTRLEN], line[LINE];
        inet_ntop(AF_INET, &peer.sin_addr, host, sizeof host);
        snprintf(line, LINE, "%s port %d\n", host,
                 ntohs(peer.sin_port));
        printf("%s", line);
        fflush(stdout);
        strcat(lines, line);
    }
    for (int i = 0; i < n; i++) {
        size_t length = strlen(lines);
        ssize_t w = 0;
        for (size_t sent = 0; sent < length && w >= 0; sent += w)
            w = write(clients[i], lines + sent, length - sent);
        if (w < 0) perror("write");
        close(clients[i]);
    }
}

int main(int argc, char **argv) {
    int port = number("port", argc > 1 ? argv[1] : "1234", 0, 65535);
    int n = number("n", argc > 2 ? argv[2] : "3", 1, MOST);
    // a client that has left is an error to report, not to die of
    signal(SIGPIPE, SIG_IGN);
    struct sockaddr_in here = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof here;
    int yes = 1, server = socket(AF_INET, SOCK_STREAM, 0);
    if (server < 0) fail(1, "socket", strerror(errno));
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(server, (struct sockaddr *)&here, size) < 0)
        fail(1, "bind", strerror(errno));
    if (listen(server, MOST) < 0) fail(1, "listen", strerror(errno));
    if (getsockname(server, (struct sockaddr *)&here, &size) < 0)
        fail(1, "getsockname", strerror(errno));
    printf("listening on 127.0.0.1 port %d\n", ntohs(here.sin_port));
    fflush(stdout);
    while (1) serve_round(server, n);
}
