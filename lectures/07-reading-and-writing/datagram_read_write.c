// read and write ask for a connected socket, not for a stream. On a
// datagram socket each write is one datagram, and each read takes one:
// if there is no room for all of it, the rest is gone.
// Slides: E-61d
// Claims: 84
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t length = sizeof address;
    int receiver = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    int sender = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    must("bind", bind(receiver, name, length));
    must("getsockname", getsockname(receiver, name, &length));
    // tag::connect[]
    must("connect", connect(sender, name, length)); // <.>
    // end::connect[]
    must("getsockname", getsockname(sender, name, &length));
    must("connect", connect(receiver, name, length));
    // two seconds at most: a datagram may get lost
    struct timeval limit = {.tv_sec = 2};
    must("setsockopt", setsockopt(receiver, SOL_SOCKET, SO_RCVTIMEO,
                                  &limit, sizeof limit));

    int sizes[][2] = {{2, 2}, {3, 3}, {100, 80}, {1, 1}};
    for (int i = 0; i < 4; i++) {
        char block[100] = {0}, data[80];
        // tag::write[]
        must("write", write(sender, block, sizes[i][0])); // <.>
        // end::write[]
        // tag::read[]
        int n = read(receiver, data, sizeof data); // <.>
        // end::read[]
        printf("a write of %d, a read of 80: expected %d, saw %d\n",
               sizes[i][0], sizes[i][1], must("read", n));
        if (n != sizes[i][1]) return 1;
    }
    close(sender);
    close(receiver);
    return 0;
}
