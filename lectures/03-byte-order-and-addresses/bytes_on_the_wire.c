// A number is sent twice: as the network wants it, and as it happens
// to lie in this machine's memory. The receiver takes byte after byte,
// as they come, and makes a number of each four.
// Slides: K-05e E-27e
// Claims: 45
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
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

static void four(int receiver, uint8_t *bytes) {
    for (int i = 0; i < 4; i++)
        must("read", read(receiver, bytes + i, 1));
}

static const char *hex(const uint8_t *b) {
    static char text[12];
    snprintf(text, sizeof text, "%02x %02x %02x %02x",
             b[0], b[1], b[2], b[3]);
    return text;
}

// Most significant byte first, whatever machine this is.
static const char *number_of(const uint8_t *b) {
    static char text[12];
    snprintf(text, sizeof text, "%u",
             (uint32_t)b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3]);
    return text;
}

int main(void) {
    uint32_t number = 0x8002c25f; // 128.2.194.95
    int little = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    int sender = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(sender, name, size));
    int receiver = must("accept", accept(server, NULL, NULL));

    // tag::network[]
    uint32_t network = htonl(number);
    must("write", write(sender, &network, 4));
    // end::network[]
    // tag::memory[]
    must("write", write(sender, &number, 4));
    // end::memory[]
    must("shutdown", shutdown(sender, SHUT_WR));

    struct timeval patience = {.tv_sec = 3};
    must("setsockopt", setsockopt(receiver, SOL_SOCKET, SO_RCVTIMEO,
                                  &patience, sizeof patience));
    const char *wanted = little ? "5f c2 02 80" : "80 02 c2 5f";
    uint8_t first[4], second[4], more;
    four(receiver, first);
    four(receiver, second);
    saw("in network order", "80 02 c2 5f", hex(first));
    saw("a number again", "2147664479", number_of(first));
    saw("as it lies in memory", wanted, hex(second));
    saw("a number again", little ? "1606550144" : "2147664479",
        number_of(second));
    int n = must("read", read(receiver, &more, 1));
    saw("and then", "the end", n == 0 ? "the end" : "more");
    close(sender);
    close(receiver);
    close(server);
    return 0;
}
