// The smallest complete server: it waits for one client, prints what
// the client says, answers, and ends.  ./simple_server [PORT [ADDRESS]]
// Slides: E-37a E-37b E-37c E-37d E-37e E-68b
// Claims: 86
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
    int wrong = getaddrinfo(address, port, &hints, &local); // <.>
    if (wrong) fail("getaddrinfo", gai_strerror(wrong));

    // tag::socket[]
    int server = socket(local->ai_family, SOCK_STREAM, 0); // <.>
    if (server < 0) fail("socket", strerror(errno));
    // end::socket[]

    // tag::bind[]
    int yes = 1;
    if (setsockopt(server, SOL_SOCKET, SO_REUSEADDR,
                   &yes, sizeof yes) < 0) // <.>
        fail("setsockopt", strerror(errno));
    if (bind(server, local->ai_addr, local->ai_addrlen) < 0)
        fail("bind", strerror(errno));
    // end::bind[]
    freeaddrinfo(local);

    // tag::listen[]
    if (listen(server, 5) < 0) fail("listen", strerror(errno));
    // end::listen[]

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
    int client = accept(server, NULL, NULL); // <.>
    if (client < 0) fail("accept", strerror(errno));
    // end::accept[]

    // tag::read[]
    char message[512];
    size_t length = 0;
    ssize_t n = 1;
    while (n > 0 && length < sizeof message) { // <.>
        n = read(client, message + length,
                 sizeof message - length);
        if (n < 0) fail("read", strerror(errno));
        length += n;
    }
    if (length == 0) fail("read", "the client said nothing");
    // end::read[]
    printf("from client: ");
    fwrite(message, 1, length, stdout); // <.>
    printf("\n");

    // tag::write[]
    const char *reply = "back to ya client";
    for (size_t sent = 0; sent < strlen(reply); sent += n) {
        n = write(client, reply + sent, strlen(reply) - sent); // <.>
        if (n < 0) fail("write", strerror(errno));
    }
    // end::write[]

    // tag::close[]
    close(client); // <.>
    close(server);
    // end::close[]
    return 0;
}
