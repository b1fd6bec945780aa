// One thread for all: it asks the system which of them have something
// to say.  ./selector_server [PORT [ADDRESS [CLIENTS]]]
// epoll is Linux's own; elsewhere this says so and ends.
// Slides: K-15a E-60a E-66a
#ifndef __linux__
#include <stdio.h>
int main(void) {
    puts("selector_server: epoll is there on Linux only");
    return 0;
}
#else
#define _GNU_SOURCE
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

// Room for that many callers between two accepts; Linux allows 4096.
#define BACKLOG 4096

static const char reply[80] = "I am server and this is my message";
static int tells;

static void fail(const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(1);
}

static int number_of(const char *what, const char *text) {
    char *end;
    long number = strtol(text, &end, 10);
    if (*text >= '0' && *text <= '9' && *end == 0 && number <= 65535)
        return number;
    fprintf(stderr, "%s: '%s' is not a number from 0 to 65535\n",
            what, text);
    exit(2);
}

static int listening(const char *address, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *local;
    int wrong = getaddrinfo(address, port, &hints, &local);
    if (wrong) fail("getaddrinfo", gai_strerror(wrong));
    int server = socket(local->ai_family,
                        SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (server < 0) fail("socket", strerror(errno));
    int yes = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(server, local->ai_addr, local->ai_addrlen) < 0)
        fail("bind", strerror(errno));
    freeaddrinfo(local);
    if (listen(server, BACKLOG) < 0) fail("listen", strerror(errno));

    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    char number[NI_MAXSERV];
    getsockname(server, (struct sockaddr *)&bound, &size);
    getnameinfo((struct sockaddr *)&bound, size, NULL, 0,
                number, sizeof number, NI_NUMERICSERV);
    printf("listening on %s port %s\n", address, number);
    return server;
}

static void tell_who(int n, int client) {
    struct sockaddr_storage peer;
    socklen_t size = sizeof peer;
    char host[NI_MAXHOST], port[NI_MAXSERV];
    if (getpeername(client, (struct sockaddr *)&peer, &size) < 0
        || getnameinfo((struct sockaddr *)&peer, size, host,
                       sizeof host, port, sizeof port,
                       NI_NUMERICHOST | NI_NUMERICSERV))
        return;
    printf("client %d from %s port %s, served by pid %d\n",
           n, host, port, (int)getpid());
}

// How far a conversation has come: what a thread would know by itself.
struct caller {
    int client, n, have, sent;
    char record[80];
};

static int poller, server, clients, callers, open_now;

static void watch(int call, int which, uint32_t events, void *who) {
    struct epoll_event event = {.events = events, .data.ptr = who};
    if (epoll_ctl(poller, call, which, &event) < 0)
        fail("epoll_ctl", strerror(errno));
}

static void hang_up(struct caller *caller) {
    close(caller->client);
    free(caller);
    open_now--;
}

static void complain(struct caller *caller, const char *call,
                     const char *reason) {
    fprintf(stderr, "client %d: %s: %s\n", caller->n, call, reason);
    hang_up(caller);
}

static void accept_all(void) {
    while (server >= 0) {
        int client = accept4(server, NULL, NULL, SOCK_NONBLOCK);
        if (client < 0 && errno == EAGAIN) return;
        if (client < 0 && (errno == EINTR || errno == ECONNABORTED))
            continue;
        if (client < 0) fail("accept", strerror(errno));
        int yes = 1;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY,
                   &yes, sizeof yes);
        struct caller *caller = calloc(1, sizeof *caller);
        caller->client = client;
        caller->n = ++callers;
        open_now++;
        watch(EPOLL_CTL_ADD, client, EPOLLIN, caller);
        if (tells) tell_who(caller->n, client);
        if (callers == clients) {
            close(server);
            server = -1;
        }
    }
}

// tag::serve[]
static void serve(struct caller *caller) {
    int client = caller->client;
    if (caller->have < 80) {
        ssize_t got = read(client, caller->record + caller->have,
                           80 - caller->have);
        if (got < 0 && errno == EAGAIN) return;
        if (got < 0) return complain(caller, "read", strerror(errno));
        if (got == 0 && caller->have > 0)
            return complain(caller, "read", "the end, in a record");
        if (got == 0) {
            if (tells) printf("client %d has ended\n", caller->n);
            return hang_up(caller);
        }
        caller->have += got;
        if (caller->have < 80) return; // <.>
        if (tells) printf("client %d says: %.80s\n",
                          caller->n, caller->record);
    }
    ssize_t put = write(client, reply + caller->sent,
                        80 - caller->sent);
    if (put < 0 && errno != EAGAIN)
        return complain(caller, "write", strerror(errno));
    int waited = caller->sent > 0;
    if (put > 0) caller->sent += put;
    if (caller->sent < 80)
        return watch(EPOLL_CTL_MOD, client, EPOLLOUT, caller); // <.>
    if (waited) watch(EPOLL_CTL_MOD, client, EPOLLIN, caller);
    caller->have = caller->sent = 0;
}
// end::serve[]

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "1234";
    number_of("port", port);
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";
    clients = number_of("clients", argc > 3 ? argv[3] : "0");
    tells = argc > 3;

    // A client that has left is an error to report, not one to die of.
    signal(SIGPIPE, SIG_IGN);
    setvbuf(stdout, NULL, _IOLBF, 0);

    server = listening(address, port);
    // tag::accept[]
    poller = epoll_create1(0);
    if (poller < 0) fail("epoll_create1", strerror(errno));
    watch(EPOLL_CTL_ADD, server, EPOLLIN, NULL); // <.>
    while (server >= 0 || open_now > 0) {
        struct epoll_event events[256];
        int ready = epoll_wait(poller, events, 256, -1); // <.>
        if (ready < 0 && errno != EINTR)
            fail("epoll_wait", strerror(errno));
        for (int i = 0; i < ready; i++) {
            if (events[i].data.ptr) serve(events[i].data.ptr);
            else accept_all();
        }
    }
    // end::accept[]
    return 0;
}
#endif
