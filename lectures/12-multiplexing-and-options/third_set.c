// select's third set is not for errors, whatever slides say: it is for
// urgent bytes. An error makes a socket ready to read, and the read
// says what it is. poll has bits for both.
// Slides: P-14c P-14d
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

static struct sockaddr_in address = {.sin_family = AF_INET};
static struct sockaddr *name = (struct sockaddr *)&address;
static socklen_t size = sizeof address;

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

// tag::sets[]
static const char *sets(int s) {
    fd_set reading, third;
    FD_ZERO(&reading);
    FD_ZERO(&third);
    FD_SET(s, &reading);
    FD_SET(s, &third);
    struct timeval limit = {2, 0};
    must("select", select(s + 1, &reading, NULL, &third, &limit));
    int first = FD_ISSET(s, &reading), last = FD_ISSET(s, &third);
    return first && last ? "first and third" : first ? "first"
         : last ? "third" : "none";
}
// end::sets[]

static const char *error_bit(int s) {
    struct pollfd asked = {.fd = s, .events = 0}; // not asked for
    must("poll", poll(&asked, 1, 2000));
    return asked.revents & POLLERR ? "yes" : "no";
}

int main(void) {
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int door = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(door, name, size));
    must("listen", listen(door, 5));
    must("getsockname", getsockname(door, name, &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    int child = must("accept", accept(door, NULL, NULL));

    must("send", send(client, "!", 1, MSG_OOB));
    saw("an urgent byte comes, ready in set", "third", sets(child));
    close(child);
    close(client);

    client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    child = must("accept", accept(door, NULL, NULL));
    struct linger none = {.l_onoff = 1, .l_linger = 0};
    must("setsockopt", setsockopt(client, SOL_SOCKET, SO_LINGER,
                                  &none, sizeof none));
    close(client);
    saw("the connection is broken, poll's error bit",
        "yes", error_bit(child));
    char one;
    saw("and ready in set", "first", sets(child));
    saw("a read brings", "an error",
        read(child, &one, 1) < 0 ? "an error" : "something");
    close(child);
    close(door);
    return 0;
}
