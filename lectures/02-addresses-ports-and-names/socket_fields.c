// What a socket is made of before it has a name: family, type and
// protocol. Linux only: there the kernel tells, and shows the socket
// in the table of descriptors.
// Slides: P-06a P-06b P-06c P-06f U-15a U-15b U-15c U-15d U-15e U-15f
// Slides: E-24a E-24b E-25
// Claims: 17
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("  %s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

#ifdef __linux__
static int asked(int s, int option) {
    int answer = -1;
    socklen_t size = sizeof answer;
    getsockopt(s, SOL_SOCKET, option, &answer, &size);
    return answer;
}

static void show(const char *title, int family, int type,
                 const char *type_name, const char *protocol_name) {
    printf("%s\n", title);
    int s = socket(family, type, 0);
    saw("family as asked for", "yes",
        asked(s, SO_DOMAIN) == family ? "yes" : "no");
    saw("type", type_name,
        asked(s, SO_TYPE) == SOCK_STREAM ? "stream" : "datagram");
    int protocol = asked(s, SO_PROTOCOL);
    saw("protocol", protocol_name,
        protocol == IPPROTO_TCP ? "TCP"
        : protocol == IPPROTO_UDP ? "UDP" : "none");

    char entry[40], target[40] = "";
    sprintf(entry, "/proc/self/fd/%d", s);
    size_t length = readlink(entry, target, sizeof target - 1);
    saw("its descriptor leads to", "a socket",
        length < sizeof target && !strncmp(target, "socket:[", 8)
            ? "a socket" : target);
    close(s);
}
#endif

int main(void) {
#ifdef __linux__
    show("AF_INET stream", AF_INET, SOCK_STREAM, "stream", "TCP");
    show("AF_INET datagram", AF_INET, SOCK_DGRAM, "datagram", "UDP");
    show("AF_UNIX stream", AF_UNIX, SOCK_STREAM, "stream", "none");
    printf("AF_INET and PF_INET\n");
    saw("are one number", "yes", AF_INET == PF_INET ? "yes" : "no");
#else
    printf("only Linux tells what a socket is made of\n");
#endif
    return 0;
}
