// The simple server as the slides have it, call by call, on a
// sockaddr_in filled field by field: IPv4 only, and nobody else's help.
// ./sockaddr_server [PORT [ADDRESS]]
// Slides: E-43a E-43c E-47a E-48a E-50a U-17a P-12b
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void fail(const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(1);
}

// -1 is how C says no; errno is a number, and strerror has its text.
static int must(const char *call, int answer) {
    if (answer == -1) fail(call, strerror(errno));
    return answer;
}

static int port_of(const char *text) {
    char *end;
    long port = strtol(text, &end, 10);
    if (*text >= '0' && *text <= '9' && *end == 0 && port <= 65535)
        return port;
    fprintf(stderr,
            "port: '%s' is not a number from 0 to 65535\n", text);
    exit(2);
}

int main(int argc, char **argv) {
    int port = port_of(argc > 1 ? argv[1] : "1234");
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";
    signal(SIGPIPE, SIG_IGN);

    // tag::sockaddr[]
    struct sockaddr_in name = {0}; // <.>
    name.sin_family = AF_INET; // <.>
    name.sin_port = htons(port); // <.>
    if (inet_pton(AF_INET, address, &name.sin_addr) != 1)
        fail("inet_pton", "not an IPv4 address");
    // end::sockaddr[]

    // tag::socket[]
    int server = must("socket",
        socket(AF_INET, SOCK_STREAM, 0));
    // end::socket[]
    // tag::bind[]
    int yes = 1;
    must("setsockopt",
         setsockopt(server, SOL_SOCKET, SO_REUSEADDR,
                    &yes, sizeof yes));
    must("bind", bind(server, (struct sockaddr *)&name,
                      sizeof name));
    // end::bind[]
    // tag::listen[]
    must("listen", listen(server, 5));
    // end::listen[]

    // tag::getsockname[]
    socklen_t length = sizeof name;
    must("getsockname",
         getsockname(server, (struct sockaddr *)&name,
                     &length));
    port = ntohs(name.sin_port);
    printf("listening on %s port %d\n", address, port);
    fflush(stdout);
    // end::getsockname[]

    // tag::accept[]
    int client = must("accept",
        accept(server, NULL, NULL));
    // end::accept[]
    char message[512];
    size_t got = 0;
    int n = 1;
    while (n > 0 && got < sizeof message) {
        n = must("read", read(client, message + got,
                              sizeof message - got));
        got += n;
    }
    if (got == 0) fail("read", "the client said nothing");
    printf("from client: %.*s\n", (int)got, message);

    const char *reply = "back to ya client";
    for (size_t sent = 0; sent < strlen(reply); sent += n)
        n = must("write", write(client, reply + sent,
                                strlen(reply) - sent));
    close(client);
    close(server);
    return 0;
}
