// Speaks in records of 80 bytes: the solution of an exercise. A client
// says texts, each in a record of 80 bytes, and prints the text of each
// record that comes back. 80 is 80: nothing else ends it.
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SIZE = 80 };

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static int call(const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int wrong = getaddrinfo(host, port, &hints, &found);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    int server = -1;
    for (struct addrinfo *a = found; a; a = a->ai_next) {
        server = socket(a->ai_family, SOCK_STREAM, 0);
        if (server < 0) fail(1, "socket", strerror(errno));
        if (connect(server, a->ai_addr, a->ai_addrlen) == 0) break;
        if (!a->ai_next) fail(1, "connect", strerror(errno));
        close(server);
    }
    freeaddrinfo(found);
    return server;
}

static void say(int server, const char *text) {
    // zeros first: a short text after a long one leaves no rest
    char record[SIZE] = {0};
    memcpy(record, text, strlen(text));
    ssize_t n;
    for (size_t sent = 0; sent < SIZE; sent += n) {
        n = write(server, record + sent, SIZE - sent);
        if (n < 0) fail(1, "write", strerror(errno));
    }
}

static void print_reply(int server) {
    char record[SIZE];
    size_t length = 0;
    ssize_t n = 1;
    while (n > 0 && length < SIZE) {
        // never more than is missing: the rest is the next reply
        n = read(server, record + length, SIZE - length);
        if (n < 0) fail(1, "read", strerror(errno));
        length += n;
    }
    if (length < SIZE) fail(1, "read", "the record is cut off");
    // strnlen, because there may be no zero byte at all
    printf("%.*s\n", (int)strnlen(record, SIZE), record);
    fflush(stdout);
}

int main(int argc, char **argv) {
    if (argc < 4) fail(2, "usage", "fixed_records HOST PORT TEXT ...");
    char *end;
    long port = strtol(argv[2], &end, 10);
    if (*end || port < 1 || port > 65535)
        fail(2, "port", "not a number from 1 to 65535");
    for (int i = 3; i < argc; i++)
        if (strlen(argv[i]) > SIZE) fail(2, "text", "over 80 bytes");
    signal(SIGPIPE, SIG_IGN);
    int server = call(argv[1], argv[2]);
    for (int i = 3; i < argc; i++) {
        say(server, argv[i]);
        print_reply(server);
    }
    close(server);
    return 0;
}
