// The client on the slide reads the reply into the buffer from which
// it had sent, and prints the buffer. A reply shorter than the message
// leaves the rest of the message standing.
// Slides: E-38a
// Claims: 86
#include <arpa/inet.h>
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

int main(void) {
    char data[512] = {0};
    sprintf(data, "hello server");

    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    int peer = must("accept", accept(server, NULL, NULL));

    must("write", write(peer, "ok", 2));
    int n = must("read", read(client, data, sizeof data));
    printf("the server sends ok\n");
    saw("read says", "2 bytes", n == 2 ? "2 bytes" : "another number");
    saw("the buffer prints", "okllo server", data);
    char answer[sizeof data + 1];
    snprintf(answer, sizeof answer, "%.*s", n, data);
    saw("the bytes read are", "ok", answer);

    close(peer);
    n = must("read", read(client, data, sizeof data));
    printf("the server closes\n");
    saw("read says", "the end", n == 0 ? "the end" : "more bytes");
    saw("the buffer prints", "okllo server", data);
    close(client);
    close(server);
    return 0;
}
