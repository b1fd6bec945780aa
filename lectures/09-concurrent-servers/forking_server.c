// A process for each client: fork makes a second server of the first,
// with the same two sockets, and each closes the one it does not need.
// ./forking_server [PORT [ADDRESS [CLIENTS]]]
// Slides: K-15b K-15c K-15d E-60a E-65a E-65b E-65d E-65f E-66a E-66c
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
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
    int server = socket(local->ai_family, SOCK_STREAM, 0);
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

// A caller may have hung up again: no reason for the server to end.
static int next_client(int server) {
    for (;;) {
        int client = accept(server, NULL, NULL);
        if (client >= 0) return client;
        if (errno != EINTR && errno != ECONNABORTED)
            fail("accept", strerror(errno));
    }
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

static void complain(int n, const char *call, const char *reason) {
    fprintf(stderr, "client %d: %s: %s\n", n, call, reason);
}

// tag::serve[]
static void serve(int client, int n) {
    int yes = 1;
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (tells) tell_who(n, client);
    char record[80];
    ssize_t got, put = 0;
    while ((got = recv(client, record, 80, MSG_WAITALL)) == 80) {
        if (tells) printf("client %d says: %.80s\n", n, record);
        for (ssize_t sent = 0; sent < 80; sent += put) {
            put = write(client, reply + sent, 80 - sent);
            if (put < 0) break;
        }
        if (put < 0) break;
    }
    if (put < 0) complain(n, "write", strerror(errno));
    else if (got < 0) complain(n, "read", strerror(errno));
    else if (got > 0) complain(n, "read", "the end, in a record");
    else if (tells) printf("client %d has ended\n", n);
    close(client);
}
// end::serve[]

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "1234";
    number_of("port", port);
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";
    int clients = number_of("clients", argc > 3 ? argv[3] : "0");
    tells = argc > 3;

    // A client that has left is an error to report, not one to die of.
    signal(SIGPIPE, SIG_IGN);
    setvbuf(stdout, NULL, _IOLBF, 0);

    // Nobody asks how a child has ended: the system shall bury it.
    signal(SIGCHLD, SIG_IGN);

    int server = listening(address, port);
    // tag::accept[]
    for (int n = 1; clients == 0 || n <= clients; n++) {
        int client = next_client(server);
        // tag::fork[]
        pid_t child = fork(); // <.>
        if (child < 0) complain(n, "fork", strerror(errno)); // <.>
        if (child == 0) {
            close(server); // <.>
            serve(client, n);
            return 0; // <.>
        }
        close(client); // <.>
        // end::fork[]
    }
    // end::accept[]
    close(server);
    while (wait(NULL) > 0 || errno == EINTR) continue;
    return 0;
}
