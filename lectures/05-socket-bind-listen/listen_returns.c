// listen only says "from now on". The one that waits is accept. What
// an early client says lies with its own connection, and is read from
// the socket that accept returns, never from the listening one.
// Slides: E-50b E-50c E-50d
// Claims: 57 58
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
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
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("getsockname", getsockname(server, name, &size));
    must("listen", listen(server, 5));
    printf("listen has returned, and nobody has called yet\n");

    // accept would wait for ever: poll waits for it, and not so long.
    struct pollfd callers = {.fd = server, .events = POLLIN};
    saw("accept", "still waiting",
        must("poll", poll(&callers, 1, 200)) == 0 ? "still waiting"
                                                  : "a caller");

    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));
    must("write", write(client, "early", 5));
    int child = must("accept", accept(server, NULL, NULL));
    char words[6] = "";
    must("recv", recv(child, words, 5, MSG_WAITALL));
    saw("the accepted socket reads", "early", words);
    close(child);
    close(client);
    close(server);
    return 0;
}
