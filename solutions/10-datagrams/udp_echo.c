// One socket, one thread, any number of clients: whose a datagram is,
// stands on it.  ./udp_echo [PORT [ADDRESS]]
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

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

int main(int argc, char **argv) {
    const char *port = port_of(argc > 1 ? argv[1] : "1234");
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";

    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM}, *local;
    int wrong = getaddrinfo(address, port, &hints, &local);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    int server = socket(local->ai_family, SOCK_DGRAM, 0);
    if (server < 0) fail(1, "socket", strerror(errno));
    // without SO_REUSEADDR: a second server here is one too many
    if (bind(server, local->ai_addr, local->ai_addrlen) < 0)
        fail(1, "bind", strerror(errno));
    freeaddrinfo(local);

    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    char number[NI_MAXSERV];
    getsockname(server, (struct sockaddr *)&bound, &size);
    getnameinfo((struct sockaddr *)&bound, size, NULL, 0,
                number, sizeof number, NI_NUMERICSERV);
    printf("listening on %s port %s\n", address, number);
    fflush(stdout);

    static char room[65536];
    for (;;) {
        struct sockaddr_storage client;
        // the call writes into it how much it has used: set it anew
        socklen_t client_size = sizeof client;
        ssize_t n = recvfrom(server, room, sizeof room, 0,
                             (struct sockaddr *)&client, &client_size);
        if (n < 0) fail(1, "recvfrom", strerror(errno));
        // n bytes, even if that is 0; and one answer less is what a
        // client has to live with anyway
        if (sendto(server, room, n, 0,
                   (struct sockaddr *)&client, client_size) < 0)
            perror("sendto");
    }
}
