// One deck calls the child a duplicate of the parent. It has some of
// the parent's options, but not its job, not its way of waiting (on
// Linux; accept(2) warns that others differ), and only one life.
// Slides: E-52c P-13a R-12b U-20c
// Claims: 72 77
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
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

static int buffer_of(int socket) {
    int bytes;
    socklen_t size = sizeof bytes;
    must("getsockopt", getsockopt(socket, SOL_SOCKET, SO_RCVBUF,
                                  &bytes, &size));
    return bytes;
}

static const char *waits_for_nothing(int socket) {
    int flags = must("fcntl", fcntl(socket, F_GETFL));
    return flags & O_NONBLOCK ? "yes" : "no";
}

static const char *called(int from, struct sockaddr_in *to) {
    int n = connect(from, (struct sockaddr *)to, sizeof *to);
    return n == 0                  ? "connected"
           : errno == ECONNREFUSED ? "refused"
                                   : "an error";
}

static int listening(struct sockaddr_in *address, int buffer) {
    *address = (struct sockaddr_in){
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)address;
    socklen_t size = sizeof *address;
    int s = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("setsockopt", setsockopt(s, SOL_SOCKET, SO_RCVBUF, &buffer,
                                  sizeof buffer));
    must("bind", bind(s, name, size));
    must("listen", listen(s, 5));
    must("getsockname", getsockname(s, name, &size));
    return s;
}

int main(void) {
    struct sockaddr_in door, elsewhere;
    int parent = listening(&door, 5000);
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect",
         connect(client, (struct sockaddr *)&door, sizeof door));

    // A non-blocking accept answers EAGAIN if nobody is there. Here
    // somebody is: connect has returned.
    must("fcntl", fcntl(parent, F_SETFL, O_NONBLOCK));
    int child = must("accept", accept(parent, NULL, NULL));

    saw("the child has the parent's receive buffer", "yes",
        buffer_of(child) == buffer_of(parent) ? "yes" : "no");
    saw("the parent waits for nothing", "yes",
        waits_for_nothing(parent));
    saw("the child waits for nothing", "no", waits_for_nothing(child));

    close(parent);
    char heard[2] = "";
    must("write", write(child, "!", 1));
    must("read", read(client, heard, 1));
    saw("the parent is closed, and the child says", "!", heard);
    int late = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    saw("a new client is", "refused", called(late, &door));

    int other = listening(&elsewhere, 5000);
    saw("the child, connected, calls somebody else",
        "an error", called(child, &elsewhere));
    close(child);
    saw("the child, closed, calls somebody else",
        "an error", called(child, &elsewhere));
    close(client);
    close(late);
    close(other);
    return 0;
}
