// The handshake is invisible to the programs: connect is one call.
// Linux counts segments for each socket, and a program may ask, with
// TCP_INFO. Linux only.
// Slides: K-07c R-11b U-24b U-27d
// Claims: 63
#include <stdio.h>

#ifdef __linux__
#include <arpa/inet.h>
#include <linux/tcp.h>
#include <netinet/in.h>
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

static const char *segments(int socket, char *text) {
    struct tcp_info info;
    socklen_t size = sizeof info;
    must("getsockopt",
         getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size));
    sprintf(text, "%u sent, %u received", info.tcpi_segs_out,
            info.tcpi_segs_in);
    return text;
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    char text[64];
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));

    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    saw("after socket", "0 sent, 0 received", segments(client, text));
    must("connect", connect(client, name, size));
    saw("after connect", "2 sent, 1 received", segments(client, text));
    int child = must("accept", accept(server, NULL, NULL));
    saw("after accept", "2 sent, 1 received", segments(client, text));
    close(child);
    close(client);
    close(server);
    return 0;
}
#else
int main(void) {
    printf("only Linux counts segments for each socket\n");
    return 0;
}
#endif
