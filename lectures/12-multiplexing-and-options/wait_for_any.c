// Three sockets and one thread: a call, a byte or a datagram may come
// next, and nobody knows which. It waits for any of them, and is told
// who is ready.
// Slides: P-14c
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>
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

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static struct sockaddr_in address;
static struct sockaddr *name = (struct sockaddr *)&address;
static socklen_t size = sizeof address;

static int bound(int type) {
    address = (struct sockaddr_in){
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int s = must("socket", socket(AF_INET, type, 0));
    must("bind", bind(s, name, size));
    must("getsockname", getsockname(s, name, &size));
    return s;
}

static int caller(int door) {
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("getsockname", getsockname(door, name, &size));
    must("connect", connect(client, name, size));
    return client;
}

// tag::watch[]
static const char *names[] = {"connection", "door", "mailbox"};
static int sockets[3]; // <.>
// end::watch[]

// tag::wait[]
static const char *ready(int millis) {
    static char text[80];
    fd_set reading; // <.>
    FD_ZERO(&reading);
    int highest = 0;
    for (int i = 0; i < 3; i++) {
        FD_SET(sockets[i], &reading);
        if (sockets[i] > highest) highest = sockets[i];
    }
    struct timeval limit = {millis / 1000, millis % 1000 * 1000};
    must("select", select(highest + 1, &reading, NULL, NULL, // <.>
                          &limit));
    text[0] = 0;
    for (int i = 0; i < 3; i++) {
        if (!FD_ISSET(sockets[i], &reading)) continue; // <.>
        if (text[0]) strcat(text, " ");
        strcat(text, names[i]);
    }
    return text[0] ? text : "nobody";
}
// end::wait[]

// What has been sent may need a moment: two seconds is our last word.
static void await(const char *what, const char *expected) {
    double last = now() + 2;
    const char *seen = ready(100);
    while (strcmp(seen, expected) != 0 && now() < last)
        seen = ready(100);
    saw(what, expected, seen);
}

int main(void) {
    int mailbox = bound(SOCK_DGRAM);
    int door = bound(SOCK_STREAM);
    must("listen", listen(door, 5));
    int client = caller(door);
    int connection = must("accept", accept(door, NULL, NULL));
    sockets[0] = connection;
    sockets[1] = door;
    sockets[2] = mailbox;
    // ready is a hint: if it was wrong, a read must not wait
    for (int i = 0; i < 3; i++)
        must("fcntl", fcntl(sockets[i], F_SETFL, O_NONBLOCK));
    char some[80];

    double begun = now();
    saw("nothing happens, 100 ms", "nobody", ready(100));
    saw("it took at least that long",
        "true", now() - begun >= 0.1 ? "true" : "false");

    int second = caller(door);
    await("somebody calls", "door");
    await("asked again, nothing done", "door");
    close(must("accept", accept(door, NULL, NULL)));
    saw("accepted", "nobody", ready(0));

    must("write", write(client, "!", 1));
    await("a byte comes", "connection");
    int writer = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    must("getsockname", getsockname(mailbox, name, &size));
    must("sendto", sendto(writer, "?", 1, 0, name, size));
    await("a datagram, too", "connection mailbox");
    int third = caller(door);
    await("and a call", "connection door mailbox");

    must("read", read(connection, some, sizeof some));
    must("recv", recv(mailbox, some, sizeof some, 0));
    close(must("accept", accept(door, NULL, NULL)));
    saw("all served", "nobody", ready(0));
    int ends[] = {client, second, third, writer,
                  connection, mailbox, door};
    for (int i = 0; i < 7; i++) close(ends[i]);
    return 0;
}
