// Which types a system offers, and the protocol of each. The type
// says what you are promised, the protocol who keeps it.
// ./socket_types [rare] also asks for what few systems
// have. Linux only: elsewhere other pairs exist.
// Slides: K-02f E-31a E-31d P-07a P-07d P-07g P-07h U-30c U-30d U-30e
// Claims: 16 109 110
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __linux__
static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%-36s expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

// The number of the protocol, or why there is none.
static const char *protocol(int family, int type, int number) {
    static char text[16];
    int fd = socket(family, type, number);
    if (fd < 0) return strerror(errno);
    socklen_t size = sizeof number;
    if (getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, &number, &size) < 0)
        return strerror(errno);
    close(fd);
    snprintf(text, sizeof text, "%d", number);
    return text;
}

static const char *bytes(ssize_t n) {
    static char text[16];
    snprintf(text, sizeof text, "%zd", n);
    return text;
}

static const char *controlled(int type) {
    char name[16];
    socklen_t size = sizeof name;
    int fd = socket(AF_INET, type, 0);
    int failed = getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION,
                            name, &size); // <.>
    close(fd);
    return failed ? "no" : "yes";
}

// Whether we have the privilege CAP_NET_RAW, number 13.
static int may_open_raw(void) {
    char line[256];
    unsigned long long caps = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        sscanf(line, "CapEff: %llx", &caps);
    if (status) fclose(status);
    return caps >> 13 & 1;
}

static void rare(const char *name, int type, int number) {
    printf("%s: %s\n", name, protocol(AF_INET, type, number));
}

int main(int argc, char **argv) {
    (void)argv;
    // tag::types[]
    const char *none = "Socket type not supported";
    saw("stream, IPv4: protocol", "6",
        protocol(AF_INET, SOCK_STREAM, 0)); // <.>
    saw("datagram, IPv4: protocol", "17",
        protocol(AF_INET, SOCK_DGRAM, 0));
    saw("seqpacket, IPv4: protocol", none,
        protocol(AF_INET, SOCK_SEQPACKET, 0));
    saw("stream, UNIX: protocol", "0",
        protocol(AF_UNIX, SOCK_STREAM, 0)); // <.>
    saw("datagram, UNIX: protocol", "0",
        protocol(AF_UNIX, SOCK_DGRAM, 0));
    saw("seqpacket, UNIX: protocol", "0",
        protocol(AF_UNIX, SOCK_SEQPACKET, 0));
    // end::types[]

    // tag::seqpacket[]
    int pair[2];
    char room[100];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair) < 0
        || write(pair[0], "hello", 5) < 0
        || write(pair[0], "again", 5) < 0) {
        perror("socketpair");
        return 1;
    }
    saw("seqpacket: one read brings bytes", "5",
        bytes(read(pair[1], room, sizeof room))); // <.>
    bytes(read(pair[1], room, sizeof room));
    close(pair[0]);
    saw("seqpacket: then the end, bytes", "0",
        bytes(read(pair[1], room, sizeof room)));
    // end::seqpacket[]

    // tag::congestion[]
    saw("stream, IPv4: congestion control", "yes",
        controlled(SOCK_STREAM));
    saw("datagram, IPv4: congestion control", "no",
        controlled(SOCK_DGRAM));
    // end::congestion[]

    // tag::raw[]
    int raw = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    saw("raw, IPv4: without the privilege", "no",
        raw >= 0 && !may_open_raw() ? "yes" : "no"); // <.>
    // end::raw[]

    // tag::rare[]
    if (argc > 1) {
        rare("stream, IPv4, SCTP", SOCK_STREAM, 132);
        rare("stream, IPv4, MPTCP", SOCK_STREAM, 262);
        rare("datagram, IPv4, UDP-Lite", SOCK_DGRAM, 136);
        rare("datagram, IPv4, ICMP", SOCK_DGRAM, 1);
        rare("dccp, IPv4, DCCP", SOCK_DCCP, 33);
    }
    // end::rare[]
    return 0;
}
#else
int main(void) {
    puts("socket_types asks Linux, and this is another system");
}
#endif
