// Somebody sends back what he gets, by stream or by datagram. The
// program finds out, and says what has become of its messages.
// ./probe PORT
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum { MESSAGES = 8, LENGTH = 8, KEPT = 1000 };

static int came[KEPT], count;

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static void write_message(char *room, int number) {
    memcpy(room, "probe 0\n", LENGTH);
    room[6] += number;
}

// Notes its number, if it is one of ours and whole.
static void note(const char *data, ssize_t length) {
    char message[LENGTH];
    for (int n = 1; n <= MESSAGES; n++) {
        write_message(message, n);
        if (length == LENGTH && memcmp(data, message, LENGTH) == 0
            && count < KEPT)
            came[count++] = n;
    }
}

static const char *ended(void) {
    int silent = errno == EAGAIN || errno == ECONNREFUSED;
    return silent ? "silence" : "broken";
}

// How it ended; what came before that counts in any case.
static const char *by_stream(int stream) {
    char all[MESSAGES * LENGTH];
    for (int n = 1; n <= MESSAGES; n++)
        write_message(all + (n - 1) * LENGTH, n);
    if (write(stream, all, sizeof all) < (ssize_t)sizeof all)
        fail(1, "write", strerror(errno));
    shutdown(stream, SHUT_WR);
    char whole[LENGTH];
    ssize_t length = 0, n;
    // a stream has no messages: we put them together ourselves
    while ((n = read(stream, whole + length, LENGTH - length)) > 0) {
        length += n;
        if (length < LENGTH) continue;
        note(whole, length);
        length = 0;
    }
    return n == 0 ? "seen" : ended();
}

// The only end that datagrams have is that no more of them come.
static const char *by_datagram(int one) {
    char message[LENGTH + 1]; // what fills it is too long
    for (int n = 1; n <= MESSAGES; n++) {
        write_message(message, n);
        send(one, message, LENGTH, 0);
    }
    ssize_t n;
    while ((n = recv(one, message, sizeof message, 0)) >= 0)
        note(message, n);
    return ended();
}

static int connected(int type, int port) {
    struct sockaddr_in there = {
        .sin_family = AF_INET,
        .sin_port = htons((uint16_t)port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct timeval silence = {.tv_usec = 400 * 1000};
    int fd = socket(AF_INET, type, 0);
    if (fd < 0) fail(1, "socket", strerror(errno));
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &silence, sizeof silence);
    // a datagram socket is not connected by that: it is told whom to
    // hear, and nobody else is
    if (connect(fd, (struct sockaddr *)&there, sizeof there) == 0)
        return fd;
    close(fd);
    return -1;
}

// The numbers that came so many times: none, or more than once.
static void list(const char *title, int more_than_once) {
    int listed = 0;
    printf("%s", title);
    for (int n = 1; n <= MESSAGES; n++) {
        int times = 0;
        for (int i = 0; i < count; i++) times += came[i] == n;
        if (more_than_once ? times < 2 : times > 0) continue;
        printf(" %d", n);
        listed++;
    }
    printf(listed ? "\n" : " none\n");
}

int main(int argc, char **argv) {
    char *end = "";
    long port = argc > 1 ? strtol(argv[1], &end, 10) : 0;
    if (*end || port < 1 || port > 65535)
        fail(2, "port", "not a number from 1 to 65535");
    // whoever has left is an error to report, not one to die of
    signal(SIGPIPE, SIG_IGN);

    int fd = connected(SOCK_STREAM, port);
    int stream = fd >= 0;
    if (!stream) fd = connected(SOCK_DGRAM, port);
    const char *how = stream ? by_stream(fd) : by_datagram(fd);
    close(fd);
    if (count == 0) fail(1, "read", "nobody answers");

    printf("transport %s\ncame", stream ? "tcp" : "udp");
    for (int i = 0; i < count; i++) printf(" %d", came[i]);
    printf("\n");
    list("lost", 0);
    list("twice", 1);
    printf("end %s\n", how);
    return 0;
}
