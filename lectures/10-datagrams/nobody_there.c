// To a datagram for nobody, the system there answers that the port is
// unreachable. Only a connected socket hears that, at its next call,
// and it need not name the address any more.
// Slides: K-04c U-30b U-32b U-32c U-33c
// Claims: 96 97
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static const char *heard(int client, int millis) {
    struct timeval limit = {.tv_sec = millis / 1000,
                            .tv_usec = millis % 1000 * 1000};
    must("setsockopt", setsockopt(client, SOL_SOCKET, SO_RCVTIMEO,
                                  &limit, sizeof limit));
    char room[8];
    // tag::recv[]
    ssize_t n = recv(client, room, sizeof room, 0); // <.>
    // end::recv[]
    if (n >= 0) return "an answer";
    return errno == ECONNREFUSED ? "refused"
           : errno == EAGAIN     ? "nothing"
                                 : strerror(errno);
}

// The answer takes a moment, and the next send brings it.
static const char *sent(int client) {
    time_t deadline = time(NULL) + 2;
    while (time(NULL) <= deadline)
        if (send(client, "?", 1, 0) < 0)
            return errno == ECONNREFUSED ? "refused" : strerror(errno);
    return "nothing";
}

int main(void) {
    // A port that nobody answers at, and that nobody else will get: it
    // is held by a socket that is connected to itself, and deaf.
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *nobody = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int deaf = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    must("bind", bind(deaf, nobody, size));
    must("getsockname", getsockname(deaf, nobody, &size));
    must("connect", connect(deaf, nobody, size));

    int client = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    // tag::sendto[]
    must("sendto", sendto(client, "hello", 5, 0, nobody, size)); // <.>
    // end::sendto[]
    printf("not connected: a datagram to nobody is sent\n");
    saw("we hear", "nothing", heard(client, 200));

    // tag::connect[]
    must("connect", connect(client, nobody, size)); // <.>
    // end::connect[]
    // tag::send[]
    must("send", send(client, "hello", 5, 0)); // <.>
    // end::send[]
    printf("connected: a datagram is sent, without an address\n");
    saw("we hear", "refused", heard(client, 2000));
    saw("we send until we are told", "refused", sent(client));
    close(client);
    close(deaf);
    return 0;
}
