// close gives back one descriptor; the connection ends with the last.
// A child that was forked meanwhile holds one too: the parent closes,
// and the client waits for an end that does not come until the child
// ends as well. shutdown would not wait: it ends the connection itself.
// Slides: P-13d E-67c
// Claims: 87
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void sees(int fd, const char *expected) {
    char byte;
    ssize_t n = read(fd, &byte, 1);
    const char *seen = n == 0 ? "the end"
        : n < 0 && errno == EAGAIN ? "nothing yet" : "something else";
    printf("the client reads: expected %s, saw %s\n", expected, seen);
    fflush(stdout);
    if (strcmp(expected, seen) != 0) exit(1);
}

int main(void) {
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
    struct timeval t = {.tv_usec = 200000};
    must("setsockopt", setsockopt(client, SOL_SOCKET, SO_RCVTIMEO,
                                  &t, sizeof t));
    int served = must("accept", accept(server, NULL, NULL));

    // the child lives until we close our end of the pipe
    int leash[2];
    must("pipe", pipe(leash));
    pid_t child = must("fork", fork());
    if (child == 0) {
        alarm(4);
        close(leash[1]);
        char byte;
        return read(leash[0], &byte, 1) == 0 ? 0 : 1;
    }

    close(served);
    printf("the parent closes\n");
    sees(client, "nothing yet");
    close(leash[1]);
    waitpid(child, NULL, 0);
    printf("the child ends\n");
    sees(client, "the end");
    close(client);
    close(server);
    return 0;
}
