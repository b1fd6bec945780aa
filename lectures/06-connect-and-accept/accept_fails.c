// accept can fail and the server be as good as before: here it has no
// descriptor left. The slide's server would end. Ours gives one back,
// and the caller, who has waited in the queue, is served.
// Slides: E-52a E-60a
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

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
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));

    // As many descriptors as we have, and not one more.
    int spare = must("dup", dup(0));
    struct rlimit few = {.rlim_cur = spare + 1, .rlim_max = spare + 1};
    must("setrlimit", setrlimit(RLIMIT_NOFILE, &few));

    int child = accept(server, NULL, NULL);
    const char *seen = child < 0 ? strerror(errno) : "a child";
    printf("accept: expected Too many open files, saw %s\n", seen);

    close(spare);
    child = accept(server, NULL, NULL);
    seen = child < 0 ? strerror(errno) : "a child";
    printf("one is closed, accept again: expected a child, saw %s\n",
           seen);
    return child == spare ? 0 : 1;
}
