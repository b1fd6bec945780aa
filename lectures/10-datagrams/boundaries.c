// One receive takes one datagram, however much room there is. Is there
// too little, the rest of it is gone; the next receive takes the next.
// Slides: E-73b U-33d E-78a
// Claims: 82 105
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(int receiver, int size, const char *expected) {
    char seen[40] = "0";
    // tag::recvfrom[]
    char room[2560];
    int n = must("recvfrom", recvfrom(receiver, room, size, 0,
                                      NULL, NULL));
    // end::recvfrom[]
    if (n > 0) sprintf(seen, "%d of number %d", n, room[0]);
    printf("room for %d: expected %s, saw %s\n", size, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t length = sizeof address;
    struct timeval limit = {.tv_sec = 2};
    int receiver = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    must("bind", bind(receiver, name, length));
    must("getsockname", getsockname(receiver, name, &length));
    must("setsockopt", setsockopt(receiver, SOL_SOCKET, SO_RCVTIMEO,
                                  &limit, sizeof limit));
    int sender = must("socket", socket(AF_INET, SOCK_DGRAM, 0));

    printf("five datagrams of 512 bytes are sent\n");
    char block[600];
    for (int number = 1; number <= 5; number++) {
        memset(block, number, sizeof block);
        // tag::sendto[]
        must("sendto", sendto(sender, block, 512, 0, name, length));
        // end::sendto[]
    }
    saw(receiver, 2560, "512 of number 1");
    saw(receiver, 100, "100 of number 2");
    saw(receiver, 2560, "512 of number 3");
    saw(receiver, 512, "512 of number 4");
    saw(receiver, 512, "512 of number 5");

    printf("a datagram of 0 bytes is sent\n");
    must("sendto", sendto(sender, block, 0, 0, name, length));
    saw(receiver, 512, "0");

    printf("one of 600 is sent, where 512 are allowed\n");
    memset(block, 0, sizeof block);
    must("sendto", sendto(sender, block, 600, 0, name, length));
    // One byte more than allowed: is it used, there was too much.
    saw(receiver, 513, "513 of number 0");
    close(sender);
    close(receiver);
    return 0;
}
