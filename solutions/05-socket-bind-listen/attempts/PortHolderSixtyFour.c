// Marks: 18 of 20
// Fails: hundred
// Comment: There is room for sixty-three ports in your array, and you
//   drop the rest without a word: worse than an error. Take as much
//   room as there are arguments.
// A program opens many ports at once, all or none, and keeps them.
// ./port_holder PORT [PORT ...]
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int port_of(const char *text) {
    char *end;
    long port = strtol(text, &end, 10);
    if (*text >= '0' && *text <= '9' && !*end && port <= 65535)
        return port;
    fprintf(stderr, "port: not a number from 0 to 65535: %s\n", text);
    exit(2);
}

// Which port it became.
static int opened(int port) {
    struct sockaddr_in name = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof name;
    int held = socket(AF_INET, SOCK_STREAM, 0);
    // nobody is accepted here: the queue has to hold them all
    if (bind(held, (struct sockaddr *)&name, length) < 0
        || listen(held, 20) < 0
        || getsockname(held, (struct sockaddr *)&name, &length) < 0) {
        // the ports that we have already go with the program
        fprintf(stderr, "bind: port %d: %s\n", port, strerror(errno));
        exit(1);
    }
    return ntohs(name.sin_port);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fprintf(stderr, "which ports? none was named\n");
        return 2;
    }
    // all arguments first: a bad one must not cost a single port
    for (int i = 1; i < argc; i++) port_of(argv[i]);
    int ports[64];
    if (argc > 64) argc = 64;
    for (int i = 1; i < argc; i++) ports[i] = opened(port_of(argv[i]));
    for (int i = 1; i < argc; i++)
        printf("listening on 127.0.0.1 port %d\n", ports[i]);
    fflush(stdout);
    for (;;) pause();
}
