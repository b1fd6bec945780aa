// One thread takes orders from many clients. Nothing in it waits but
// poll: what could not be done yet is kept with its client.
// ./one_thread_server [PORT [ADDRESS]]
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 8000000
#define CLIENTS 1000
#define ALPHABETS 2500

// What a thread would know by where it is in the program.
struct client {
    char said[256];
    size_t have;
    long size; // of the order we are at, -1 for none
    long sent; // of its letters
    int ended; // there will be no more orders
};

// The first is the listening socket, and has no client.
static struct pollfd watched[CLIENTS + 1];
static struct client clients[CLIENTS + 1];
static int count = 1;
static char letters[26 * ALPHABETS];

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static int listening(const char *port, const char *address) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *local;
    int wrong = getaddrinfo(address, port, &hints, &local);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    int server = socket(local->ai_family, SOCK_STREAM, 0);
    if (server < 0) fail(1, "socket", strerror(errno));
    int yes = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(server, local->ai_addr, local->ai_addrlen) < 0)
        fail(1, "bind", strerror(errno));
    freeaddrinfo(local);
    if (listen(server, 50) < 0) fail(1, "listen", strerror(errno));
    fcntl(server, F_SETFL, O_NONBLOCK);

    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    char number[NI_MAXSERV];
    getsockname(server, (struct sockaddr *)&bound, &size);
    getnameinfo((struct sockaddr *)&bound, size, NULL, 0,
                number, sizeof number, NI_NUMERICSERV);
    printf("listening on %s port %s\n", address, number);
    fflush(stdout);
    return server;
}

static void admit(void) {
    int s = accept(watched[0].fd, NULL, NULL);
    if (s < 0) return; // whoever called has gone again
    if (count > CLIENTS) {
        close(s);
        return;
    }
    fcntl(s, F_SETFL, O_NONBLOCK);
    clients[count] = (struct client){.size = -1};
    watched[count++] = (struct pollfd){.fd = s, .events = POLLIN};
}

// The last one moves into the gap.
static void hang_up(int i) {
    close(watched[i].fd);
    count--;
    watched[i] = watched[count];
    clients[i] = clients[count];
}

// Whether there was an order. What is none ends the conversation.
static int takes_order(struct client *c) {
    size_t digits = 0;
    while (digits < c->have && digits < 8
           && c->said[digits] >= '0' && c->said[digits] <= '9')
        digits++;
    if (digits == c->have && digits < 8) return 0;
    int whole = digits > 0 && digits < 8 && c->said[digits] == '\n';
    long size = whole ? strtol(c->said, NULL, 10) : MOST + 1;
    if (size > MOST) {
        c->ended = 1;
        c->have = 0;
        return 0;
    }
    c->size = size;
    c->sent = 0;
    // what is behind the line feed belongs to the next order
    c->have -= digits + 1;
    memmove(c->said, c->said + digits + 1, c->have);
    return 1;
}

// One write, so that the others have their turn. 1 if the answer is
// complete, 0 if there is more to send, -1 if the client has gone.
static int deliver(int s, struct client *c) {
    if (c->sent < c->size) {
        long from = c->sent % 26, length = c->size - c->sent;
        if (length > (long)sizeof letters - from)
            length = sizeof letters - from;
        ssize_t n = write(s, letters + from, length);
        if (n < 0) return errno == EAGAIN ? 0 : -1;
        c->sent += n;
    }
    if (c->sent < c->size) return 0;
    if (write(s, "\n", 1) < 0) return errno == EAGAIN ? 0 : -1;
    c->size = -1;
    return 1;
}

// Whether the client is still there.
static int serve(struct pollfd *watch, struct client *c) {
    if (watch->events & POLLIN) {
        ssize_t n = read(watch->fd, c->said + c->have,
                         sizeof c->said - c->have);
        if (n < 0) return errno == EAGAIN;
        if (n == 0) c->ended = 1;
        c->have += n;
    }
    int done = 1;
    while (done == 1 && (c->size >= 0 || takes_order(c)))
        done = deliver(watch->fd, c);
    if (done < 0) return 0;
    // one interest at a time, and none in room without a debt
    watch->events = c->size >= 0 ? POLLOUT : POLLIN;
    return c->size >= 0 || !c->ended;
}

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "1234";
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";
    char *end;
    long number = strtol(port, &end, 10);
    if (*port < '0' || *port > '9' || *end || number > 65535)
        fail(2, "port", "not a number from 0 to 65535");
    signal(SIGPIPE, SIG_IGN);
    for (int i = 0; i < ALPHABETS; i++)
        memcpy(letters + 26 * i, "abcdefghijklmnopqrstuvwxyz", 26);

    watched[0] = (struct pollfd){.fd = listening(port, address),
                                 .events = POLLIN};
    while (1) {
        if (poll(watched, count, -1) < 0)
            fail(1, "poll", strerror(errno));
        // from the last to the first: a gap is filled from behind
        for (int i = count - 1; i > 0; i--)
            if (watched[i].revents && !serve(&watched[i], &clients[i]))
                hang_up(i);
        if (watched[0].revents) admit();
    }
}
