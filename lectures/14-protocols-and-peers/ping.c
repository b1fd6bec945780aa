// What ping does: an echo request of ICMP, straight on IP, without a
// port, to a machine and to no program. The system answers by itself.
// Not everybody may send one. Linux only: the rules are its own.
// Slides: U-10a P-07g E-31c
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#ifdef __linux__
static const char data[] = "is anybody there";

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(const char *what, int expected, int seen) {
    printf("  %s: expected %d, saw %d\n", what, expected, seen);
    if (expected != seen) exit(1);
}

// tag::checksum[]
// The sum of all pairs of bytes, carries added below, turned over:
// RFC 1071. Over a message with its checksum, it is 0.
static int checksum(const unsigned char *bytes, size_t length) {
    int sum = 0;
    for (size_t i = 0; i < length; i += 2)
        sum += bytes[i] << 8 | bytes[i + 1];
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
    return ~sum & 0xffff;
}
// end::checksum[]

// tag::request[]
// Type 8, code 0, checksum, our number, 1, and what is to come back.
static size_t request(unsigned char bytes[64], int id) {
    size_t length = 8 + strlen(data);
    memset(bytes, 0, 8);
    memcpy(bytes + 8, data, strlen(data));
    bytes[0] = 8;
    bytes[4] = id >> 8;
    bytes[5] = id & 0xff;
    bytes[7] = 1;
    int sum = checksum(bytes, length); // <.>
    bytes[2] = sum >> 8;
    bytes[3] = sum & 0xff;
    return length;
}
// end::request[]

// Where our message begins. A raw socket hears everybody's: only
// what has our number counts, which a datagram socket sees to.
static int hear(int s, int raw, int id, unsigned char *bytes) {
    for (int others = 0; others < 100; others++) {
        must("recv", recv(s, bytes, 1500, 0));
        int start = raw ? (bytes[0] & 0xf) * 4 : 0; // <.>
        int number = bytes[start + 4] << 8 | bytes[start + 5];
        if (!raw || number == id) return start;
    }
    fprintf(stderr, "recv: nothing but other people's messages\n");
    exit(1);
}

// tag::ping[]
static void ping(const char *name, int type) {
    int s = socket(AF_INET, type, IPPROTO_ICMP); // <.>
    if (s < 0 && (errno == EPERM || errno == EACCES)) {
        printf("%s: not permitted to this user\n", name);
        return;
    }
    must("socket", s);
    struct timeval patience = {2, 0};
    must("setsockopt", setsockopt(s, SOL_SOCKET, SO_RCVTIMEO,
                                  &patience, sizeof patience));
    struct sockaddr_in here = {
        .sin_family = AF_INET, // <.>
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int raw = type == SOCK_RAW, id = getpid() & 0xffff;
    unsigned char bytes[1500];
    size_t length = request(bytes, id);
    must("sendto", sendto(s, bytes, length, 0,
                          (struct sockaddr *)&here, sizeof here));
    printf("%s\n", name);
    int at = hear(s, raw, id, bytes);
    if (raw) {
        saw("we hear our own request, type", 8, bytes[at]); // <.>
        at = hear(s, raw, id, bytes);
    }
    saw("the answer's type", 0, bytes[at]);
    saw("bytes of IP before it", raw ? 20 : 0, at);
    saw("its sum", 0, checksum(bytes + at, length));
    saw("bytes of ours in it", strlen(data),
        memcmp(bytes + at + 8, data, strlen(data)) ? 0 : strlen(data));
    close(s);
}
// end::ping[]

int main(void) {
    ping("SOCK_DGRAM", SOCK_DGRAM);
    ping("SOCK_RAW", SOCK_RAW);
    return 0;
}
#else
int main(void) {
    printf("only on Linux: elsewhere the rules differ\n");
    return 0;
}
#endif
