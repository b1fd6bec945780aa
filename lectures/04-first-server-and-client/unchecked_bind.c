// The listing on the slide ignores what bind answers. Then its server
// runs, listens, waits: on a port that nobody knows.
// Slides: E-37a
// Claims: 59 86
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int port(int server) {
    struct sockaddr_in bound;
    socklen_t size = sizeof bound;
    getsockname(server, (struct sockaddr *)&bound, &size);
    return ntohs(bound.sin_port);
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};

    int first = socket(AF_INET, SOCK_STREAM, 0);
    bind(first, (struct sockaddr *)&address, sizeof address);
    listen(first, 5);
    int wanted = port(first);
    printf("the first server listens on port %d\n", wanted);

    int second = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_port = htons(wanted);
    if (bind(second, (struct sockaddr *)&address, sizeof address) < 0)
        printf("the second one's bind: %s\n", strerror(errno));

    // listen() on a socket without a name takes any free port, on
    // every address of this machine.
    listen(second, 5);
    printf("it goes on and listens on port %d\n", port(second));

    int same = port(second) == wanted;
    printf("is it the port it wanted? expected no, saw %s\n",
           same ? "yes" : "no");
    close(first);
    close(second);
    return same;
}
