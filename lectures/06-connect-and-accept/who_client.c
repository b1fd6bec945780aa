// A client with two ports to tell apart: the one that it was given on
// the command line, and its own.  ./who_client [HOST [PORT]]
// Slides: E-54a E-54b E-55a E-57a U-24a U-24c
// Claims: 28 42
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// One line that names the call and the reason, and a status that is
// not 0: a person can read the one, a shell script the other.
static void fail(const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(1);
}

static const char *port_of(const char *text) {
    char *end;
    long port = strtol(text, &end, 10);
    if (*text >= '0' && *text <= '9' && *end == 0 && port <= 65535)
        return text;
    fprintf(stderr,
            "port: '%s' is not a number from 0 to 65535\n", text);
    exit(2);
}

static void tell(const char *who, struct sockaddr *a, socklen_t size) {
    char host[NI_MAXHOST], port[NI_MAXSERV];
    int wrong = getnameinfo(a, size, host, sizeof host, port,
                            sizeof port,
                            NI_NUMERICHOST | NI_NUMERICSERV);
    if (wrong) fail("getnameinfo", gai_strerror(wrong));
    printf("%s %s port %s\n", who, host, port);
}

int main(int argc, char **argv) {
    const char *host = argc > 1 ? argv[1] : "localhost";
    const char *port = port_of(argc > 2 ? argv[2] : "1234");

    // A server that has left is an error to report, not one to die of.
    signal(SIGPIPE, SIG_IGN);

    // tag::getaddrinfo[]
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int wrong = getaddrinfo(host, port, &hints, &found);
    if (wrong) fail("getaddrinfo", gai_strerror(wrong));
    // end::getaddrinfo[]

    int client = -1, reason = 0;
    const char *call = "";
    for (struct addrinfo *a = found; a; a = a->ai_next) {
        call = "socket";
        client = socket(a->ai_family, SOCK_STREAM, 0);
        if (client < 0) {
            reason = errno;
            continue;
        }
        call = "connect";
        // tag::connect[]
        if (connect(client, a->ai_addr, a->ai_addrlen) == 0)
            break;
        // end::connect[]
        reason = errno;
        close(client);
        client = -1;
    }
    if (client < 0) fail(call, strerror(reason));
    freeaddrinfo(found);

    // tag::getsockname[]
    struct sockaddr_storage end;
    struct sockaddr *name = (struct sockaddr *)&end;
    socklen_t size = sizeof end;
    if (getsockname(client, name, &size) < 0)
        fail("getsockname", strerror(errno));
    tell("I am    ", name, size);
    // end::getsockname[]
    // tag::getpeername[]
    size = sizeof end;
    if (getpeername(client, name, &size) < 0)
        fail("getpeername", strerror(errno));
    tell("I called", name, size);
    // end::getpeername[]

    char reply[512];
    size_t length = 0;
    ssize_t n = 1;
    while (n > 0 && length < sizeof reply) {
        n = read(client, reply + length, sizeof reply - length);
        if (n < 0) fail("read", strerror(errno));
        length += n;
    }
    if (length == 0) fail("read", "the server said nothing");
    printf("from server: ");
    fwrite(reply, 1, length, stdout);
    printf("\n");

    close(client);
    return 0;
}
