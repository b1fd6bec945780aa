// The smallest complete client without a connection: it sends one
// datagram, waits a second for the answer.  ./udp_client [HOST [PORT]]
// Slides: K-04a K-04d P-11h P-11i R-16d R-16e U-34b
// Claims: 96
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
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
    const char *host = argc > 1 ? argv[1] : "localhost";
    const char *port = port_of(argc > 2 ? argv[2] : "1234");

    // tag::getaddrinfo[]
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM}, *found;
    int wrong = getaddrinfo(host, port, &hints, &found); // <.>
    if (wrong) fail("getaddrinfo", gai_strerror(wrong));
    // end::getaddrinfo[]

    const char *hello = "hello server";
    char room[512];
    ssize_t length = -1;
    const char *call = "", *reason = "";
    for (struct addrinfo *a = found; a; a = a->ai_next) { // <.>
        call = "socket";
        // tag::socket[]
        int client = socket(a->ai_family, SOCK_DGRAM, 0); // <.>
        struct timeval second = {.tv_sec = 1};
        if (client >= 0)
            setsockopt(client, SOL_SOCKET, SO_RCVTIMEO,
                       &second, sizeof second); // <.>
        // end::socket[]
        if (client >= 0) {
            call = "sendto";
            // tag::sendto[]
            length = sendto(client, hello, strlen(hello), 0,
                            a->ai_addr, a->ai_addrlen); // <.>
            // end::sendto[]
        }
        if (length >= 0) {
            call = "recvfrom";
            // tag::recvfrom[]
            length = recvfrom(client, room, sizeof room, 0,
                              NULL, NULL); // <.>
            // end::recvfrom[]
        }
        reason = errno == EAGAIN ? "no answer in 1000 ms"
                                 : strerror(errno);
        // tag::close[]
        if (client >= 0) close(client); // <.>
        // end::close[]
        if (length >= 0) break;
    }
    if (length < 0) fail(call, reason);
    freeaddrinfo(found);
    printf("from server: ");
    fwrite(room, 1, length, stdout);
    printf("\n");
    return 0;
}
