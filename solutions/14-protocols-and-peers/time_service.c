// Tells the time in four bytes: the solution of an exercise. By stream
// and by datagram, at the same port number; poll waits for both.
// ./time_service [PORT [ADDRESS [NOW]]]
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define OLDER 2208988800LL // seconds, 1900 to 1970
#define TRIES 10

static long long pretended = -1;

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

// What it is, as four bytes: what does not fit is cut off.
static uint32_t now(void) {
    long long since_1970 = pretended >= 0 ? pretended : time(NULL);
    return htonl((uint32_t)(since_1970 + OLDER));
}

static long long number(const char *what, const char *word,
                        long long most) {
    char *end;
    errno = 0;
    long long value = strtoll(word, &end, 10);
    if (*word < '0' || *word > '9' || *end || errno || value > most)
        fail(2, what, "not a number, or out of range");
    return value;
}

// -1, and errno says why.
static int bound(struct addrinfo *at, int type) {
    int fd = socket(at->ai_family, type, 0), yes = 1;
    if (fd < 0) fail(1, "socket", strerror(errno));
    // not for datagrams: a second server there is one too many
    if (type == SOCK_STREAM)
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(fd, at->ai_addr, at->ai_addrlen) == 0) return fd;
    int why = errno;
    close(fd);
    errno = why;
    return -1;
}

// A port that is free for streams may be taken for datagrams.
static int both(const char *address, const char *wish, int *stream,
                int *post) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *local;
    int wrong = getaddrinfo(address, wish, &hints, &local);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    int chosen = atoi(wish) == 0;
    for (int tries = 1;; tries++) {
        struct addrinfo at = *local;
        struct sockaddr_storage own;
        socklen_t size = sizeof own;
        *stream = bound(&at, SOCK_STREAM);
        if (*stream < 0) fail(1, "bind", strerror(errno));
        getsockname(*stream, (struct sockaddr *)&own, &size);
        at.ai_addr = (struct sockaddr *)&own;
        *post = bound(&at, SOCK_DGRAM);
        if (*post >= 0) {
            // the port stands at the same place in both families
            int port = ntohs(((struct sockaddr_in *)&own)->sin_port);
            freeaddrinfo(local);
            return port;
        }
        if (!chosen || tries == TRIES) fail(1, "bind", strerror(errno));
        close(*stream);
    }
}

static void answer_stream(int stream) {
    int client = accept(stream, NULL, NULL);
    if (client < 0) return; // whoever called has gone again
    uint32_t time = now();
    // four bytes always fit into the buffer: nobody makes this wait
    if (write(client, &time, sizeof time) < 0) perror("write");
    close(client);
}

static void answer_post(int post) {
    struct sockaddr_storage asker;
    socklen_t size = sizeof asker;
    char any;
    // what is in it does not matter, nor how much of it gets lost
    if (recvfrom(post, &any, 1, 0, (struct sockaddr *)&asker,
                 &size) < 0)
        return;
    uint32_t time = now();
    if (sendto(post, &time, sizeof time, 0, (struct sockaddr *)&asker,
               size) < 0)
        perror("sendto");
}

int main(int argc, char **argv) {
    const char *wish = argc > 1 ? argv[1] : "1234";
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";
    number("port", wish, 65535);
    if (argc > 3) pretended = number("NOW", argv[3], UINT32_MAX);
    // whoever has left is an error to report, not one to die of
    signal(SIGPIPE, SIG_IGN);

    int stream, post;
    int port = both(address, wish, &stream, &post);
    if (listen(stream, 50) < 0) fail(1, "listen", strerror(errno));
    printf("listening on %s port %d\n", address, port);
    fflush(stdout);

    // poll may be wrong: who was there a moment ago may have gone
    fcntl(stream, F_SETFL, O_NONBLOCK);
    fcntl(post, F_SETFL, O_NONBLOCK);
    struct pollfd watched[] = {{.fd = stream, .events = POLLIN},
                               {.fd = post, .events = POLLIN}};
    for (;;) {
        if (poll(watched, 2, -1) < 0) fail(1, "poll", strerror(errno));
        if (watched[0].revents) answer_stream(stream);
        if (watched[1].revents) answer_post(post);
    }
}
