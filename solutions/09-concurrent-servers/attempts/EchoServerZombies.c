// Marks: 18 of 20
// Fails: givesBack
// Mistake: LEAK
// Comment: Each child serves its client and ends, and nobody asks
//   how: it stays in the table of processes until you do. Ignore
//   SIGCHLD, or wait for your children.
// A server for many clients at once: each gets a process of its own, so
// that waiting for one keeps nobody else waiting.
// ./echo_server [PORT [ADDRESS]]
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static const char *port_of(const char *text) {
    char *end;
    long port = strtol(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || port > 65535)
        fail(2, "port", "not a number from 0 to 65535");
    return text;
}

static void serve(int client) {
    char data[65536];
    for (;;) {
        // bytes in, bytes out, as they come, until EOF
        ssize_t n = read(client, data, sizeof data);
        if (n <= 0) return;
        for (ssize_t sent = 0, w; sent < n; sent += w) {
            // a write may take less than it was given
            w = write(client, data + sent, n - sent);
            if (w < 0) return;
        }
    }
}

int main(int argc, char **argv) {
    const char *port = port_of(argc > 1 ? argv[1] : "1234");
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";
    signal(SIGPIPE, SIG_IGN);

    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *local;
    int wrong = getaddrinfo(address, port, &hints, &local);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    int server = socket(local->ai_family, SOCK_STREAM, 0);
    if (server < 0) fail(1, "socket", strerror(errno));
    int yes = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(server, local->ai_addr, local->ai_addrlen) < 0)
        fail(1, "bind", strerror(errno));
    freeaddrinfo(local);
    if (listen(server, 50) < 0) fail(1, "listen", strerror(errno));

    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    char number[NI_MAXSERV];
    getsockname(server, (struct sockaddr *)&bound, &size);
    getnameinfo((struct sockaddr *)&bound, size, NULL, 0,
                number, sizeof number, NI_NUMERICSERV);
    printf("listening on %s port %s\n", address, number);
    fflush(stdout);

    for (;;) {
        int client = accept(server, NULL, NULL);
        if (client < 0) continue;
        pid_t child = fork();
        if (child == 0) {
            // the child does not accept, the parent does not serve:
            // each closes what belongs to the other
            close(server);
            serve(client);
            close(client);
            return 0;
        }
        close(client);
    }
}
