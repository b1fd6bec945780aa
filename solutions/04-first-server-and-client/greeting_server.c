// A server reads names, one a line, and says hello to each.
// All care goes into one fact: TCP carries bytes, lines are our idea.
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// One line instead of silence: which call, and why.
static void fail(const char *call) {
    perror(call);
    exit(1);
}

static int to_port(const char *word) {
    char *end;
    errno = 0;
    long port = strtol(word, &end, 10);
    // atoi would call "http" 0, and 0 is a port that one may ask for
    if (end == word || *end || errno || port < 0 || port > 65535) {
        fprintf(stderr, "port: not a number from 0 to 65535: %s\n",
                word);
        exit(2);
    }
    return (int)port;
}

// A name of any length: getline makes room. It gives the last line
// even if nothing ends it but EOF.
static void greet(FILE *in, FILE *out) {
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    while ((n = getline(&line, &room, in)) > 0) {
        if (line[n - 1] == '\n') n--;
        if (n > 0 && line[n - 1] == '\r') n--;
        fputs("hello ", out);
        if (n > 0) fwrite(line, 1, (size_t)n, out);
        else fputs("nobody", out);
        putc('\n', out);
        // one segment for a reply, and now: the client may be waiting
        if (fflush(out) == EOF) break;
    }
    free(line);
}

// A client that breaks off costs itself, not the next one.
static void serve(int fd) {
    int copy = dup(fd);
    FILE *in = fdopen(fd, "r");
    FILE *out = fdopen(copy, "w");
    if (in && out) greet(in, out);
    if (!in || !out || ferror(in) || ferror(out)) perror("client");
    if (in) fclose(in);
    else close(fd);
    if (out) fclose(out);
    else close(copy);
}

int main(int argc, char **argv) {
    int port = to_port(argc > 1 ? argv[1] : "1234");
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";

    // to write to a client that has gone is an error, not our death
    signal(SIGPIPE, SIG_IGN);

    int server = socket(AF_INET, SOCK_STREAM, 0);
    if (server < 0) fail("socket");
    // so that a restart need not wait for TIME_WAIT to pass
    int on = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);

    struct sockaddr_in me = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port)};
    if (inet_pton(AF_INET, address, &me.sin_addr) != 1) {
        fprintf(stderr, "address: not like 127.0.0.1: %s\n", address);
        exit(2);
    }
    if (bind(server, (struct sockaddr *)&me, sizeof me) < 0)
        fail("bind");
    if (listen(server, 50) < 0) fail("listen");

    // the port that we asked for may have been 0: ask what we got
    socklen_t size = sizeof me;
    if (getsockname(server, (struct sockaddr *)&me, &size) < 0)
        fail("getsockname");
    char host[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &me.sin_addr, host, sizeof host);
    // into a pipe, stdout is buffered: flush, or nobody ever calls
    printf("listening on %s port %d\n", host, ntohs(me.sin_port));
    fflush(stdout);

    for (;;) {
        int client = accept(server, NULL, NULL);
        if (client < 0) fail("accept");
        serve(client);
    }
}
