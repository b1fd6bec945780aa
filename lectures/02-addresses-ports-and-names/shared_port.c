// A port leads to a socket, which two processes may share:
// fork hands it on. Both accept from it, and the caller cannot choose.
// Slides: E-06b E-21a
// Claims: 35
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// Whoever gets here answers the next caller.
static void serve(int server, const char *who) {
    int client = must("accept", accept(server, NULL, NULL));
    must("write", write(client, who, strlen(who)));
    close(client);
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
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
    printf("one socket listens on port %d\n",
           ntohs(address.sin_port));

    // Two callers wait in the queue before anybody accepts.
    int caller[2];
    for (int i = 0; i < 2; i++) {
        caller[i] = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        must("connect", connect(caller[i], name, size));
    }
    fflush(stdout);

    pid_t child = must("fork", fork());
    if (child == 0) {
        serve(server, "the child");
        _exit(0);
    }
    int status;
    waitpid(child, &status, 0);
    serve(server, "the parent");

    const char *expected[] = {"the child", "the parent"};
    for (int i = 0; i < 2; i++) {
        char answer[20] = "";
        must("read", read(caller[i], answer, sizeof answer - 1));
        char what[40];
        sprintf(what, "caller %d was answered by", i + 1);
        saw(what, expected[i], answer);
        close(caller[i]);
    }
    close(server);
    return 0;
}
