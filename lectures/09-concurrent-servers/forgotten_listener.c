// A child that keeps the listening socket keeps the port, too: the
// server has ended, and its callers are still connected, to nobody.
// Slides: E-65f
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sockaddr_in address = {.sin_family = AF_INET};
static struct sockaddr *name = (struct sockaddr *)&address;

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// A server with one child, as on the slide; then the server ends. The
// child goes on until somebody writes into, or closes, its pipe.
static pid_t serve(int child_closes, int *leash) {
    socklen_t size = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = 0;
    int ends[2];
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    must("pipe", pipe(ends));
    pid_t child = must("fork", fork());
    if (child == 0) {
        char word;
        if (child_closes) close(server);
        close(ends[1]);
        _exit(read(ends[0], &word, 1) != 1);
    }
    close(ends[0]);
    close(server);
    *leash = ends[1];
    return child;
}

static void try_it(const char *what, int child_closes,
                   const char *expected) {
    int leash;
    pid_t child = serve(child_closes, &leash);
    // The child has closed what it closes once it has been scheduled.
    const char *seen = "connected";
    for (int tries = 0; tries < 100; tries++) {
        int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        int answer = connect(client, name, sizeof address);
        seen = answer == 0 ? "connected" : strerror(errno);
        close(client);
        if (strcmp(seen, expected) == 0) break;
        usleep(10000);
    }
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    must("write", write(leash, "x", 1));
    close(leash);
    waitpid(child, NULL, 0);
    if (strcmp(seen, expected) != 0) exit(1);
}

int main(void) {
    try_it("the server has ended, its child kept sock", 0, "connected");
    try_it("the server has ended, its child closed sock", 1,
           "Connection refused");
    return 0;
}
