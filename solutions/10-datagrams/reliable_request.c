// A number says to which request an answer belongs, a connection says
// who may answer, and a deadline says how long each try lasts.
// ./reliable_request HOST PORT TEXT [TEXT ...]
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

static const int patience_millis[] = {200, 400, 800};

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static const char *port_of(const char *text) {
    char *end;
    long port = strtol(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || port < 1 || port > 65535)
        fail(2, "port", "not a number from 1 to 65535");
    return text;
}

static long long now_millis(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// How long the answer is, or -1 if there is none in this time.
static ssize_t tried(int server, const char *request, size_t size,
                     char *room, size_t most, int millis) {
    long long deadline = now_millis() + millis;
    // a refusal here is of the try before: the next may be luckier
    if (send(server, request, size, 0) < 0 && errno != ECONNREFUSED)
        fail(1, "send", strerror(errno));
    for (;;) {
        // what is wrong must not prolong the try
        long long left = deadline - now_millis();
        struct pollfd arrival = {.fd = server, .events = POLLIN};
        if (left < 1 || poll(&arrival, 1, left) == 0) return -1;
        ssize_t n = recv(server, room, most, 0);
        if (n < 0 && errno == ECONNREFUSED) continue;
        if (n < 0) fail(1, "recvfrom", strerror(errno));
        if (n >= 4 && memcmp(room, request, 4) == 0) return n;
    }
}

static void ask(int server, uint32_t number, const char *text) {
    size_t size = 4 + strlen(text);
    char *request = malloc(size);
    if (!request) fail(1, "malloc", strerror(errno));
    // the same bytes each time: it is the same request
    uint32_t turned = htonl(number);
    memcpy(request, &turned, 4);
    memcpy(request + 4, text, size - 4);

    char room[4 + 1000];
    ssize_t n = -1;
    for (int try = 0; try < 3 && n < 0; try++)
        n = tried(server, request, size, room, sizeof room,
                  patience_millis[try]);
    free(request);
    if (n < 0) fail(1, "recvfrom", "no answer, asked three times");
    fwrite(room + 4, 1, n - 4, stdout);
    printf("\n");
    fflush(stdout);
}

int main(int argc, char **argv) {
    if (argc < 4) fail(2, "usage", "HOST PORT TEXT [TEXT ...]");
    const char *port = port_of(argv[2]);
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM}, *found;
    int wrong = getaddrinfo(argv[1], port, &hints, &found);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    int server = socket(found->ai_family, SOCK_DGRAM, 0);
    if (server < 0) fail(1, "socket", strerror(errno));
    // from now on, strangers are not heard
    if (connect(server, found->ai_addr, found->ai_addrlen) < 0)
        fail(1, "connect", strerror(errno));
    freeaddrinfo(found);
    for (int i = 3; i < argc; i++) ask(server, i - 2, argv[i]);
    return 0;
}
