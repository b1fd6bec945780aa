// After shutdown(s, 0) a read answers with the end at once. The other
// side knows nothing of that, and what it sends now is there: Linux
// hands it out all the same, and says the end again when it is gone.
// (Linux only.)
// Slides: K-18b
// Claims: 89
#include <arpa/inet.h>
#include <errno.h>
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

static void sees(int fd, const char *expected) {
    char data[512];
    int n = must("read", read(fd, data, sizeof data - 1));
    data[n] = 0;
    const char *seen = n == 0 ? "the end" : data;
    printf("the read: expected %s, saw %s\n", expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

int main(void) {
#ifndef __linux__
    printf("this shows what Linux does; here is another system\n");
    return 0;
#endif
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    int one = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(one, name, size));
    int other = must("accept", accept(server, NULL, NULL));

    must("shutdown", shutdown(one, SHUT_RD));
    printf("one side stops receiving\n");
    sees(one, "the end");
    must("write", write(other, "late", 4));
    printf("the other side sends\n");
    // a read would not wait for it: it would say the end once more
    char byte;
    for (int i = 0; i < 1000000; i++)
        if (recv(one, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0) break;
    sees(one, "late");
    sees(one, "the end");
    close(one);
    close(other);
    close(server);
    return 0;
}
