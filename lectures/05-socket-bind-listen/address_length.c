// getsockname is told how much room there is, and tells how much there
// was to say. Forget to set the length, and it may say nothing, and
// call that a success. Java's getLocalPort has no such corner. Linux.
// Slides: E-48a E-50a
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void saw(const char *what, int expected, int seen) {
    printf("%s: expected %d, saw %d\n", what, expected, seen);
    if (expected != seen) exit(1);
}

int main(void) {
#ifndef __linux__
    printf("only on Linux: elsewhere the numbers differ\n");
    return 0;
#endif
    int server = socket(AF_INET, SOCK_STREAM, 0);
    // All zeros is any port, at any address.
    struct sockaddr_in any = {.sin_family = AF_INET};
    saw("bind with a length of 6", -1,
        bind(server, (struct sockaddr *)&any, 6));
    saw("bind with a length of 16", 0,
        bind(server, (struct sockaddr *)&any, sizeof any));

    for (int room = sizeof any; room >= 0; room -= sizeof any) {
        struct sockaddr_in name = {0};
        socklen_t length = room;
        char what[32];
        snprintf(what, sizeof what, "getsockname, length %d", room);
        saw(what, 0,
            getsockname(server, (struct sockaddr *)&name, &length));
        saw("the length afterwards", sizeof name, length);
        saw("ports told", room == 0 ? 0 : 1, name.sin_port ? 1 : 0);
    }
    close(server);
    return 0;
}
