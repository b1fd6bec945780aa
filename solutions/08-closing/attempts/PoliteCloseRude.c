// Marks: 7 of 20
// Fails: saidTooMuch, saysMore
// Skips: givesBack, silent, talksOn
// Mistake: CLOSES_TOO_EARLY
// Comment: In C, close with unread bytes is a reset even behind a
//   short reply: your client has its numbers, and then an error in
//   place of the end. shutdown, read to the end, close.
// A server counts up to the number that its client says, and closes
// so that the client gets all of it: it ends its sending, reads what
// still comes, and leaves at the client's end, or after a second.
// ./polite_close [PORT [ADDRESS]]
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 100000 };

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

// The number; 0 if it is none, -1 if there is no line.
static long number_from(int client) {
    char line[100], *end;
    size_t length = 0;
    // a byte at a time is slow, and this line is short
    while (length < sizeof line - 1) {
        if (read(client, line + length, 1) != 1) return -1;
        if (line[length] == '\n') break;
        length++;
    }
    line[length] = 0;
    long number = strtol(line, &end, 10);
    if (*line < '1' || *line > '9' || *end || number > MOST) return 0;
    return number;
}

static int reply(int client, long number) {
    static char lines[MOST * 7];
    size_t length = 0;
    for (long i = 1; i <= number; i++)
        length += sprintf(lines + length, "%ld\n", i);
    if (number == 0) length = sprintf(lines, "what?\n");
    ssize_t w;
    for (size_t sent = 0; sent < length; sent += w)
        if ((w = write(client, lines + sent, length - sent)) < 0)
            return -1;
    return 0;
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
        long limit = number_from(client);
        if (limit >= 0) reply(client, limit);
        close(client);
    }
}
