// Both sides have 16 MiB to say. If each says all before it listens,
// both get stuck: nobody empties the buffers into which they write.
// If each reads while it writes, both get all of it, byte for byte.
// Slides: R-14b U-24f U-28a U-28b U-29a U-29b U-31c
// Claims: 78 79
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SIZE = 16 << 20 };
static char message[SIZE];

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// What a call that has waited too long answers, and no other error.
static void *outcome(const char *call, int result) {
    if (result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return "stuck";
    must(call, result);
    return result == 0 ? "the end, too early" : NULL;
}

static void *write_all(void *socket) {
    void *wrong = NULL;
    for (int sent = 0, n; sent < SIZE && !wrong; sent += n) {
        n = write(*(int *)socket, message + sent, SIZE - sent);
        wrong = outcome("write", n);
    }
    return wrong;
}

static void *read_all(void *socket) {
    static _Thread_local char data[65536];
    for (int length = 0, n; length < SIZE; length += n) {
        n = read(*(int *)socket, data, sizeof data);
        void *wrong = outcome("read", n);
        if (wrong) return wrong;
        if (memcmp(message + length, data, n))
            return "not what was sent";
    }
    return "all was read";
}

// tag::stuck[]
static void *write_then_read(void *socket) {
    void *wrong = write_all(socket); // <.>
    return wrong ? wrong : read_all(socket);
}
// end::stuck[]

// tag::cured[]
static void *read_while_writing(void *socket) {
    pthread_t writer;
    pthread_create(&writer, NULL, write_all, socket); // <.>
    void *seen = read_all(socket), *wrong;
    pthread_join(writer, &wrong); // <.>
    return wrong ? wrong : seen;
}
// end::cured[]

static void converse(const char *expected, int limit,
                     void *(*side)(void *)) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int listening = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(listening, name, size));
    must("listen", listen(listening, 5));
    must("getsockname", getsockname(listening, name, &size));
    int ends[2];
    ends[0] = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(ends[0], name, size));
    ends[1] = must("accept", accept(listening, NULL, NULL));

    struct timeval t = {limit / 1000, limit % 1000 * 1000};
    int room = 65536; // so small that no system holds all of it
    pthread_t threads[2];
    for (int i = 0; i < 2; i++) {
        setsockopt(ends[i], SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
        setsockopt(ends[i], SOL_SOCKET, SO_SNDTIMEO, &t, sizeof t);
        setsockopt(ends[i], SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t);
        pthread_create(&threads[i], NULL, side, &ends[i]);
    }
    for (int i = 0; i < 2; i++) {
        void *seen;
        pthread_join(threads[i], &seen);
        printf("%s: expected %s, saw %s\n", i ? "server" : "client",
               expected, (char *)seen);
        if (strcmp(expected, seen) != 0) exit(1);
    }
    close(ends[0]);
    close(ends[1]);
    close(listening);
}

int main(void) {
    srand(79);
    for (int i = 0; i < SIZE; i++) message[i] = rand();

    printf("16 MiB each way: write all, then read\n");
    converse("stuck", 300, write_then_read);
    printf("16 MiB each way: read while writing\n");
    converse("all was read", 20000, read_while_writing);
    return 0;
}
