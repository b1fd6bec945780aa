// On a datagram socket a write of 0 bytes does send something: a
// datagram without content. The read answers 0, and that is no end.
// Slides: E-63b
// Claims: 83
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
    must("connect", connect(sender, name, length));
    // two seconds at most: a datagram may get lost
    struct timeval limit = {.tv_sec = 2};
    must("setsockopt", setsockopt(receiver, SOL_SOCKET, SO_RCVTIMEO,
                                  &limit, sizeof limit));

    int sizes[] = {2, 0, 3};
    for (int i = 0; i < 3; i++) {
        char data[80];
        must("write", write(sender, "abc", sizes[i]));
        int n = must("read", read(receiver, data, sizeof data));
        printf("a write of %d, a read of 80: expected %d, saw %d\n",
               sizes[i], sizes[i], n);
        if (n != sizes[i]) return 1;
    }
    close(sender);
    close(receiver);
    return 0;
}
