// Turns frames round: the solution of an exercise. A server reads
// frames, a length and so many bytes, and answers each with its bytes
// in reverse. Everything is read by exact counts.
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LONGEST = 65536 };

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static const char *port_of(const char *word) {
    char *end;
    long port = strtol(word, &end, 10);
    if (*word < '0' || *word > '9' || *end || port > 65535)
        fail(2, "port", "not a number from 0 to 65535");
    return word;
}

// As many as wanted; fewer only if the stream ends or breaks.
static size_t read_exactly(int from, char *data, size_t wanted) {
    size_t length = 0;
    ssize_t n = 1;
    while (n > 0 && length < wanted) {
        n = read(from, data + length, wanted - length);
        if (n > 0) length += n;
    }
    return length;
}

static int write_all(int to, const char *data, size_t length) {
    ssize_t n;
    for (size_t sent = 0; sent < length; sent += n) {
        n = write(to, data + sent, length - sent);
        if (n < 0) return 0;
    }
    return 1;
}

static void serve(int client) {
    // the longest frame and its answer: nobody can ask for more
    static char data[LONGEST], answer[4 + LONGEST];
    uint32_t head;
    while (read_exactly(client, (char *)&head, 4) == 4) {
        // without a sign, ff ff ff ff is what it says
        uint32_t length = ntohl(head);
        if (length > LONGEST) return;
        if (read_exactly(client, data, length) < length) return;
        memcpy(answer, &head, 4);
        for (uint32_t i = 0; i < length; i++)
            answer[4 + i] = data[length - 1 - i];
        if (!write_all(client, answer, 4 + length)) return;
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
    getnameinfo((struct sockaddr *)&bound, size, NULL, 0, number,
                sizeof number, NI_NUMERICSERV);
    printf("listening on %s port %s\n", address, number);
    fflush(stdout);
    while (1) {
        int client = accept(server, NULL, NULL);
        if (client < 0) continue;
        serve(client);
        close(client);
    }
}
