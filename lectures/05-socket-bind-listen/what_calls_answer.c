// In C a call answers -1, and why is in errno, a number with a name.
// Java and Python throw: here all three show the number's name. Linux.
// Slides: E-42a E-47b E-43d U-16b U-17d U-18b
// Claims: 51 53 55 58 59
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define NAME(number) case number: return #number

static const char *answer(int result) {
    static char number[32];
    snprintf(number, sizeof number, "%d", result);
    if (result != -1) return number;
    switch (errno) {
        NAME(EINVAL);
        NAME(EPIPE);
        NAME(EOPNOTSUPP);
        NAME(EAFNOSUPPORT);
        NAME(EADDRINUSE);
        NAME(EADDRNOTAVAIL);
        NAME(ENOTCONN);
    }
    snprintf(number, sizeof number, "errno %d", errno);
    return number;
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

int main(void) {
#ifndef __linux__
    printf("only on Linux: elsewhere the numbers differ\n");
    return 0;
#endif
    signal(SIGPIPE, SIG_IGN);
    saw("socket of family 99", "EAFNOSUPPORT",
        answer(socket(99, SOCK_STREAM, 0)));
    int server = socket(AF_INET, SOCK_STREAM, 0);
    saw("accept before listen", "EINVAL",
        answer(accept(server, NULL, NULL)));

    struct sockaddr_in address = {.sin_family = AF_INET}; // port 0
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t length = sizeof address;
    inet_pton(AF_INET, "192.0.2.1", &address.sin_addr);
    saw("bind to an address of nobody", "EADDRNOTAVAIL",
        answer(bind(server, name, length)));
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    saw("bind to a free port", "0",
        answer(bind(server, name, length)));
    saw("bind once more", "EINVAL",
        answer(bind(server, name, length)));
    saw("listen", "0", answer(listen(server, 5)));

    getsockname(server, name, &length);
    int second = socket(AF_INET, SOCK_STREAM, 0);
    saw("bind to a port that is taken", "EADDRINUSE",
        answer(bind(second, name, length)));
    int datagrams = socket(AF_INET, SOCK_DGRAM, 0);
    saw("listen for datagrams", "EOPNOTSUPP",
        answer(listen(datagrams, 5)));

    char text[] = "hello";
    saw("recv on the listening socket", "ENOTCONN",
        answer(recv(server, text, 5, 0)));
    saw("send on it", "EPIPE", answer(send(server, text, 5, 0)));

    // A new descriptor is the lowest free number: it may be 0.
    close(0);
    saw("socket, when 0 is free", "0",
        answer(socket(AF_INET, SOCK_STREAM, 0)));
    return 0;
}
