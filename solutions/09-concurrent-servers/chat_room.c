// A room in which each line of one guest goes to all the others. One
// thread looks after all: poll says who has said something, and who can
// hear more. What cannot go out yet waits in a buffer of the guest.
// ./chat_room [PORT [ADDRESS]]
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

enum {
    GUESTS = 1000,
    LONGEST = 8192 + 2,      // of a line, with \r\n
    PATIENCE = 64 << 20,     // bytes of room, then a guest is put out
};

struct guest {
    int fd;
    char line[LONGEST];      // said so far
    size_t said;
    char *out;               // to be heard; up to heard it has been
    size_t heard, waiting, space;
    int leaving;             // has said all, may have more to hear
};

static struct guest *room[GUESTS];
static int present;          // here, leaving ones included
static int counted;          // here, those not included

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static const char *port_of(const char *text) {
    char *end;
    long port = strtol(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || port > 65535)
        fail(2, "port", "not a number from 0 to 65535");
    return text;
}

static void announce(void);

// Counts a guest out, once; it may still have something to hear.
static void leaves(struct guest *guest) {
    if (guest->leaving) return;
    guest->leaving = 1;
    counted--;
    announce();
}

// Nothing more is to be heard or said: the main loop removes it.
static void breaks_off(struct guest *guest) {
    guest->waiting = 0;
    leaves(guest);
}

static void will_hear(struct guest *guest, const char *s, size_t n) {
    if (guest->heard + guest->waiting + n > guest->space) {
        size_t space = 2 * (guest->waiting + n);
        char *out = space > PATIENCE ? NULL : malloc(space);
        if (!out) {
            breaks_off(guest);
            return;
        }
        if (guest->waiting > 0)
            memcpy(out, guest->out + guest->heard, guest->waiting);
        free(guest->out);
        guest->out = out;
        guest->heard = 0;
        guest->space = space;
    }
    memcpy(guest->out + guest->heard + guest->waiting, s, n);
    guest->waiting += n;
}

static void tell(struct guest *speaker, const char *s, size_t n) {
    for (int i = 0; i < present; i++)
        if (room[i] != speaker && !room[i]->leaving)
            will_hear(room[i], s, n);
}

static void announce(void) {
    char line[32];
    tell(NULL, line, sprintf(line, "* %d here\n", counted));
}

// A whole line, without its \n: the \r goes, the \n comes again.
static void says(struct guest *guest, char *line, size_t n) {
    if (n > 0 && line[n - 1] == '\r') n--;
    line[n] = '\n';
    tell(guest, line, n + 1);
}

static void listens(struct guest *guest) {
    ssize_t n = read(guest->fd, guest->line + guest->said,
                     sizeof guest->line - 1 - guest->said);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n < 0) {
        breaks_off(guest);
        return;
    }
    if (n == 0) {
        // a last line that only EOF ends
        if (guest->said > 0) says(guest, guest->line, guest->said);
        leaves(guest);
        return;
    }
    guest->said += n;
    char *from = guest->line, *to = guest->line + guest->said, *end;
    while ((end = memchr(from, '\n', to - from))) {
        says(guest, from, end - from);
        from = end + 1;
    }
    guest->said = to - from;
    memmove(guest->line, from, guest->said);
    if (guest->said == sizeof guest->line - 1) breaks_off(guest);
}

static void hears(struct guest *guest) {
    ssize_t n = write(guest->fd, guest->out + guest->heard,
                      guest->waiting);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n < 0) {
        breaks_off(guest);
        return;
    }
    guest->waiting -= n;
    guest->heard = guest->waiting > 0 ? guest->heard + n : 0;
}

static void comes(int server) {
    int fd = accept(server, NULL, NULL);
    if (fd < 0) return;
    struct guest *guest = NULL;
    if (present < GUESTS) guest = calloc(1, sizeof *guest);
    if (!guest) {
        close(fd);
        return;
    }
    // one guest must not be able to stop the only thread
    fcntl(fd, F_SETFL, O_NONBLOCK);
    guest->fd = fd;
    room[present++] = guest;
    counted++;
    announce();
}

static void serve(int server) {
    struct pollfd asks[GUESTS + 1];
    for (;;) {
        for (int i = 0; i < present; i++)
            asks[i] = (struct pollfd){
                .fd = room[i]->fd,
                .events = (room[i]->leaving ? 0 : POLLIN)
                          | (room[i]->waiting ? POLLOUT : 0)};
        int asked = present;
        asks[asked] = (struct pollfd){.fd = server, .events = POLLIN};
        if (poll(asks, asked + 1, -1) < 0 && errno != EINTR)
            fail(1, "poll", strerror(errno));
        for (int i = 0; i < asked; i++) {
            if (asks[i].revents & POLLOUT) hears(room[i]);
            if (asks[i].revents & (POLLIN | POLLHUP | POLLERR)) {
                if (!room[i]->leaving) listens(room[i]);
                else if (asks[i].revents & POLLERR) breaks_off(room[i]);
            }
        }
        if (asks[asked].revents & POLLIN) comes(server);
        for (int i = present - 1; i >= 0; i--) {
            struct guest *guest = room[i];
            if (!guest->leaving || guest->waiting > 0) continue;
            room[i] = room[--present];
            close(guest->fd);
            free(guest->out);
            free(guest);
        }
    }
}

int main(int argc, char **argv) {
    const char *port = port_of(argc > 1 ? argv[1] : "1234");
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";
    signal(SIGPIPE, SIG_IGN);

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
    // a guest may have gone between poll and accept
    fcntl(server, F_SETFL, O_NONBLOCK);

    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    char number[NI_MAXSERV];
    getsockname(server, (struct sockaddr *)&bound, &size);
    getnameinfo((struct sockaddr *)&bound, size, NULL, 0,
                number, sizeof number, NI_NUMERICSERV);
    printf("listening on %s port %s\n", address, number);
    fflush(stdout);
    serve(server);
}
