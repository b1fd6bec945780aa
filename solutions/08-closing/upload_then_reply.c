// A client sends all that it reads on stdin, says that this was all,
// and prints the whole reply. The two directions do not wait for each
// other: each has a process.  ./upload_then_reply [HOST [PORT]]
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static char data[65536];

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static int connected(const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int wrong = getaddrinfo(host, port, &hints, &found);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    int server = -1;
    // a name may have several addresses: the first that answers
    for (struct addrinfo *a = found; a && server < 0; a = a->ai_next) {
        server = socket(a->ai_family, SOCK_STREAM, 0);
        if (connect(server, a->ai_addr, a->ai_addrlen) < 0) {
            close(server);
            server = -1;
        }
    }
    if (server < 0) fail(1, "connect", strerror(errno));
    freeaddrinfo(found);
    return server;
}

// Everything from here to there; the call that failed, or none.
static const char *copy(int from, int to) {
    ssize_t n;
    while ((n = read(from, data, sizeof data)) > 0)
        for (ssize_t sent = 0, w; sent < n; sent += w) {
            w = write(to, data + sent, n - sent);
            if (w < 0) return "write";
        }
    return n < 0 ? "read" : NULL;
}

int main(int argc, char **argv) {
    const char *host = argc > 1 ? argv[1] : "localhost";
    const char *port = argc > 2 ? argv[2] : "1234";
    char *end;
    long number = strtol(port, &end, 10);
    if (*end || number < 1 || number > 65535)
        fail(2, "port", "not a number from 1 to 65535");
    // a server that has left is an error to report, not to die of
    signal(SIGPIPE, SIG_IGN);
    int server = connected(host, port);

    pid_t child = fork();
    if (child < 0) fail(1, "fork", strerror(errno));
    if (child == 0) {
        const char *call = copy(STDIN_FILENO, server);
        // close would not do: the parent holds the socket, too, and
        // only the last close ends a direction
        if (!call) shutdown(server, SHUT_WR);
        return call ? 1 : 0;
    }
    const char *call = copy(server, STDOUT_FILENO);
    if (call) fail(1, call, strerror(errno));
    // the reply's end is not the end of what we have to say
    int status;
    waitpid(child, &status, 0);
    if (status != 0) fail(1, "write", "the server takes no more");
    close(server);
    return 0;
}
