// The smallest complete server without a connection: it takes one
// datagram, answers whoever sent it, ends.
// ./udp_server [PORT [ADDRESS]]
// Slides: K-04d P-11h P-11i R-16a R-16b R-16c R-16d R-16e U-34a
// Claims: 100
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// One line that names the call and the reason, and a status that is
// not 0: a person can read the one, a shell script the other.
static void fail(const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(1);
}

static const char *port_of(const char *text) {
    char *end;
    long port = strtol(text, &end, 10);
    if (*text >= '0' && *text <= '9' && *end == 0 && port <= 65535)
        return text;
    fprintf(stderr,
            "port: '%s' is not a number from 0 to 65535\n", text);
    exit(2);
}

int main(int argc, char **argv) {
    const char *port = port_of(argc > 1 ? argv[1] : "1234");
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";

    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM}, *local;
    int wrong = getaddrinfo(address, port, &hints, &local); // <.>
    if (wrong) fail("getaddrinfo", gai_strerror(wrong));

    // tag::socket[]
    int server = socket(local->ai_family, SOCK_DGRAM, 0); // <.>
    if (server < 0) fail("socket", strerror(errno));
    // end::socket[]

    // tag::bind[]
    if (bind(server, local->ai_addr, local->ai_addrlen) < 0) // <.>
        fail("bind", strerror(errno));
    // end::bind[]
    freeaddrinfo(local);

    // Which port is it? Whoever asked for port 0 cannot know yet.
    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    char number[NI_MAXSERV];
    if (getsockname(server, (struct sockaddr *)&bound, &size) < 0)
        fail("getsockname", strerror(errno));
    wrong = getnameinfo((struct sockaddr *)&bound, size, NULL, 0,
                        number, sizeof number, NI_NUMERICSERV);
    if (wrong) fail("getnameinfo", gai_strerror(wrong));
    printf("listening on %s port %s\n", address, number);
    fflush(stdout);

    // tag::recvfrom[]
    char room[512];
    struct sockaddr_storage client;
    socklen_t client_size = sizeof client; // <.>
    ssize_t length = recvfrom(server, room, sizeof room, 0,
                              (struct sockaddr *)&client,
                              &client_size); // <.>
    if (length < 0) fail("recvfrom", strerror(errno));
    // end::recvfrom[]
    printf("from client: ");
    fwrite(room, 1, length, stdout);
    printf("\n");

    // tag::sendto[]
    const char *reply = "back to ya client";
    if (sendto(server, reply, strlen(reply), 0,
               (struct sockaddr *)&client, client_size) < 0) // <.>
        fail("sendto", strerror(errno));
    // end::sendto[]

    // tag::close[]
    close(server); // <.>
    // end::close[]
    return 0;
}
