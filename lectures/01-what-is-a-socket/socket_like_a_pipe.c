// A pipe has an end to write into and an end to read from. Each end
// of a connection is for both. In either, the reader learns that the
// writer has finished; on a connection the reader may then still
// answer.
// Slides: E-07b K-02b U-04b
// Claims: 6
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// Four bytes or the end: none of our words is longer or shorter.
static void hears(const char *what, const char *expected, int from) {
    char four[5] = "";
    int had = 0, n = 1;
    while (had < 4 && n > 0) {
        n = must("read", read(from, four + had, 4 - had));
        had += n;
    }
    const char *seen = n > 0 ? four : "the end";
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

int main(void) {
    // tag::pipe[]
    int ends[2];
    must("pipe", pipe(ends));
    int from = ends[0], into = ends[1];
    must("write", write(into, "ping", 4));
    hears("pipe, there", "ping", from);
    // end::pipe[]
    // tag::back[]
    // -1 (EBADF): not an end to write into
    int back = write(from, "pong", 4);
    printf("pipe, back: expected no way, saw %s\n",
           back < 0 ? "no way" : "a way");
    if (back >= 0) return 1;
    // end::back[]

    struct sockaddr_in here = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&here;
    socklen_t size = sizeof here;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 1));
    must("getsockname", getsockname(server, name, &size));
    int near = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(near, name, size));
    int far = must("accept", accept(server, NULL, NULL));

    // tag::socket[]
    must("write", write(near, "ping", 4));
    hears("socket, there", "ping", far);
    must("write", write(far, "pong", 4));
    hears("socket, back", "pong", near);
    // end::socket[]

    // tag::end[]
    close(into);
    hears("pipe, the writer has closed", "the end", from);
    must("shutdown", shutdown(near, SHUT_WR));
    hears("socket, the writer has finished", "the end", far);
    must("write", write(far, "pong", 4));
    hears("socket, back, still", "pong", near);
    // end::end[]
    int all[] = {from, near, far, server};
    for (int i = 0; i < 4; i++) close(all[i]);
    return 0;
}
