// Only who has a port can be written to. A bare socket has none; bind
// gives it one, and so does the first send.
// Slides: U-14f P-11h
// Claims: 99
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
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

static struct sockaddr_in name_of(int sock) {
    struct sockaddr_in name = {0};
    socklen_t size = sizeof name;
    must("getsockname",
         getsockname(sock, (struct sockaddr *)&name, &size));
    return name;
}

static const char *port(int sock) {
    return name_of(sock).sin_port ? "yes" : "no";
}

int main(void) {
    struct sockaddr_in any_port = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int server = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    must("bind", bind(server, (struct sockaddr *)&any_port,
                      sizeof any_port));
    struct sockaddr_in there = name_of(server);

    // tag::socket[]
    int client = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    // end::socket[]
    saw("after socket, it has a port", "no", port(client));
    // tag::sendto[]
    must("sendto", sendto(client, "?", 1, 0,
                          (struct sockaddr *)&there, sizeof there));
    // end::sendto[]
    saw("after its first sendto", "yes", port(client));
    close(client);

    // tag::bind[]
    client = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    must("bind", bind(client, (struct sockaddr *)&any_port,
                      sizeof any_port));
    // end::bind[]
    saw("another one, after bind to port 0", "yes", port(client));
    close(client);
    close(server);
    return 0;
}
