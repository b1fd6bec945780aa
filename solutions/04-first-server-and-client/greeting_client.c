// A client sends names, one a line, and prints the reply to each. The
// server may be slow, terse, rude or gone: the client says so.
// ./greeting_client HOST PORT NAME [NAME...]
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

static void say(int server, const char *name) {
    char line[1024];
    int length = snprintf(line, sizeof line, "%s\n", name);
    if (length >= (int)sizeof line) fail(2, "usage", "a name too long");
    for (ssize_t sent = 0, w; sent < length; sent += w) {
        w = write(server, line + sent, length - sent);
        if (w < 0) fail(1, "write", strerror(errno));
    }
}

int main(int argc, char **argv) {
    if (argc < 4) fail(2, "usage", "greeting_client HOST PORT NAME");
    char *end;
    long port = strtol(argv[2], &end, 10);
    if (*end || port < 1 || port > 65535)
        fail(2, "port", "not a number from 1 to 65535");
    // a server that has left is an error to report, not to die of
    signal(SIGPIPE, SIG_IGN);

    int server = connected(argv[1], argv[2]);
    // a stream of the C library collects what read brings, keeps what
    // is too much, and hands out whole lines
    FILE *replies = fdopen(server, "r");
    for (int i = 3; i < argc; i++) {
        say(server, argv[i]);
        char reply[4096];
        if (!fgets(reply, sizeof reply, replies)) {
            const char *eof = "the server said nothing";
            fail(1, "read", ferror(replies) ? strerror(errno) : eof);
        }
        reply[strcspn(reply, "\r\n")] = 0;
        printf("%s\n", reply);
        fflush(stdout);
    }
    fclose(replies);
    return 0;
}
