// The slides' record of 80 bytes comes in two pieces: 30 bytes, and
// then 50. A server that takes a read for a record answers twice; one
// that counts to 80 answers once.
// Slides: E-63a E-63c
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void saw(const char *what, int expected, int seen) {
    printf("%s: expected %d, saw %d\n", what, expected, seen);
    if (expected != seen) exit(1);
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static int converse(bool counting) {
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
    struct timeval limit = {.tv_sec = 2};
    must("setsockopt", setsockopt(server, SOL_SOCKET, SO_RCVTIMEO,
                                  &limit, sizeof limit));

    char hello[80] = "Hello server, please respond to client!";
    char reply[80] = "I am server and this is my message";
    int pieces[][2] = {{0, 30}, {30, 50}};
    char message[80];
    int have = 0;
    for (int i = 0; i < 2; i++) {
        must("write",
             write(client, hello + pieces[i][0], pieces[i][1]));

        // tag::read[]
        int n = read(server, message + have, 80 - have); // <.>
        if (counting) have += n;
        bool whole = !counting || have == 80; // <.>
        // end::read[]
        printf("  a read brings %d bytes: %s\n", must("read", n),
               whole ? "answers" : "waits for more");
        if (whole) must("write", write(server, reply, sizeof reply));
    }
    must("shutdown", shutdown(server, SHUT_WR));
    int total = 0, n;
    while ((n = must("read", read(client, message, 80))) > 0)
        total += n;
    close(client);
    close(server);
    close(listening);
    return total;
}

int main(void) {
    printf("one read, one record\n");
    saw("bytes of answer", 160, converse(false));
    printf("80 bytes, one record\n");
    saw("bytes of answer", 80, converse(true));
    return 0;
}
