// A server that tells its client who it is: the client's own address,
// as the server sees it.  ./who_server [PORT [ADDRESS]]
// Slides: E-65c R-12c U-24d
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

int main(int argc, char **argv) {
    const char *port = port_of(argc > 1 ? argv[1] : "1234");
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";

    // A client that has left is an error to report, not one to die of.
    signal(SIGPIPE, SIG_IGN);

    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *local;
    int wrong = getaddrinfo(address, port, &hints, &local);
    if (wrong) fail("getaddrinfo", gai_strerror(wrong));

    int server = socket(local->ai_family, SOCK_STREAM, 0);
    if (server < 0) fail("socket", strerror(errno));

    int yes = 1;
    if (setsockopt(server, SOL_SOCKET, SO_REUSEADDR,
                   &yes, sizeof yes) < 0)
        fail("setsockopt", strerror(errno));
    if (bind(server, local->ai_addr, local->ai_addrlen) < 0)
        fail("bind", strerror(errno));
    freeaddrinfo(local);

    if (listen(server, 5) < 0) fail("listen", strerror(errno));

    // Which port is it? Whoever asked for port 0 cannot know yet.
    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    char number[NI_MAXSERV];
    if (getsockname(server, (struct sockaddr *)&bound, &size) < 0)
        fail("getsockname", strerror(errno));
    wrong = getnameinfo((struct sockaddr *)&bound, size, NULL, 0,
                        number, sizeof number, NI_NUMERICSERV);
    if (wrong) fail("getnameinfo", gai_strerror(wrong));
    printf("listening on %s port %s\n", address, number);
    fflush(stdout);

    // tag::accept[]
    struct sockaddr_storage peer;
    size = sizeof peer;
    int client = accept(server, (struct sockaddr *)&peer, &size);
    if (client < 0) fail("accept", strerror(errno));
    // end::accept[]
    // tag::peer[]
    char host[NI_MAXHOST], caller[NI_MAXHOST + NI_MAXSERV + 8];
    wrong = getnameinfo((struct sockaddr *)&peer, size,
                        host, sizeof host, number, sizeof number,
                        NI_NUMERICHOST | NI_NUMERICSERV);
    if (wrong) fail("getnameinfo", gai_strerror(wrong));
    sprintf(caller, "%s port %s", host, number);
    // end::peer[]
    printf("client from %s\n", caller);

    char reply[sizeof caller + 8];
    ssize_t n, length = sprintf(reply, "you are %s", caller);
    for (ssize_t sent = 0; sent < length; sent += n) {
        n = write(client, reply + sent, length - sent);
        if (n < 0) fail("write", strerror(errno));
    }

    close(client);
    close(server);
    return 0;
}
