// Ten bytes are wanted, and they come one at a time. Whoever reads in
// a loop gets them all; the loop may be ours or the library's. They
// differ in what they say when the stream ends too early.
// Slides: E-61a E-61c R-14a U-22b
// Claims: 81
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// tag::ways[]
// tag::loop[]
static int loop(int from, char *data, int wanted) {
    int length = 0, n = 1;
    while (n > 0 && length < wanted) { // <.>
        n = must("read", read(from, data + length, wanted - length));
        length += n;
    }
    return length;
}
// end::loop[]

// tag::library[]
static int library(int from, char *data, int wanted) {
    return must("recv", recv(from, data, wanted, MSG_WAITALL)); // <.>
}
// end::library[]

// tag::insisting[]
static int insisting(int from, char *data, int wanted) {
    return loop(from, data, wanted) == wanted ? wanted : -1; // <.>
}
// end::insisting[]
// end::ways[]

static void trickle(int client, int count) {
    struct timespec slowly = {.tv_nsec = 5 * 1000 * 1000};
    for (char i = 0; i < count; i++) {
        must("write", write(client, &i, 1));
        nanosleep(&slowly, NULL); // a slow writer, that is the point
    }
    _exit(0); // which ends the stream, too
}

static void receive(const char *what, int sent, const char *expected,
                    int (*way)(int, char *, int)) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int listening = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(listening, name, size));
    must("listen", listen(listening, 5));
    must("getsockname", getsockname(listening, name, &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    int server = must("accept", accept(listening, NULL, NULL));
    int yes = 1;
    must("setsockopt", setsockopt(client, IPPROTO_TCP, TCP_NODELAY,
                                  &yes, sizeof yes));
    struct timeval limit = {.tv_sec = 2};
    must("setsockopt", setsockopt(server, SOL_SOCKET, SO_RCVTIMEO,
                                  &limit, sizeof limit));

    int writer = must("fork", fork());
    if (writer == 0) trickle(client, sent);
    close(client); // or the stream would have two writers, and no end
    char data[10], seen[20] = "too early";
    int n = way(server, data, sizeof data);
    if (n >= 0) snprintf(seen, sizeof seen, "%d bytes", n);
    must("waitpid", waitpid(writer, NULL, 0));
    close(server);
    close(listening);
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

int main(void) {
    for (int sent = 10; sent >= 3; sent -= 7) {
        printf("10 bytes wanted, %d sent, then the end\n", sent);
        const char *some = sent == 10 ? "10 bytes" : "3 bytes";
        receive("our own loop", sent, some, loop);
        receive("the library's", sent, some, library);
        receive("one that insists", sent,
                sent == 10 ? some : "too early", insisting);
    }
    return 0;
}
