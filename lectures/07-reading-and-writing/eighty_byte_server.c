// Messages of fixed length: each record is 80 bytes, and is answered
// by one of 80 bytes, until the client ends the connection.
// ./eighty_byte_server [PORT [ADDRESS]]
// Slides: E-63a E-66a K-16a P-13b U-22a U-22b
// Claims: 80
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

// tag::text[]
// The text, and zero bytes up to 80.
// tag::pack[]
static void record_of(const char *text, char *record) {
    memset(record, 0, 80); // <.>
    memcpy(record, text, strnlen(text, 80));
}
// end::pack[]

// The text ends before the first zero byte, or fills all of the 80.
// tag::unpack[]
static int length_of(const char *record) {
    return strnlen(record, 80); // <.>
}
// end::unpack[]
// end::text[]

// tag::read[]
static int read_record(int from, char *record) {
    int length = 0, n = 1;
    while (n > 0 && length < 80) {
        n = read(from, record + length, 80 - length); // <.>
        if (n < 0) fail("read", strerror(errno));
        length += n;
    }
    return length;
}
// end::read[]

// tag::write[]
static void write_record(int to, const char *record) {
    for (int sent = 0, n; sent < 80; sent += n) {
        n = write(to, record + sent, 80 - sent); // <.>
        if (n < 0) fail("write", strerror(errno));
    }
}
// end::write[]

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

    int client = accept(server, NULL, NULL);
    if (client < 0) fail("accept", strerror(errno));

    char record[80];
    // tag::read[]
    int length = read_record(client, record);
    // end::read[]
    if (length == 0) fail("read", "the client said nothing");
    while (length == 80) { // <.>
        printf("from client: %.*s\n", length_of(record), record);

        // tag::write[]
        record_of("I am server and this is my message", record);
        write_record(client, record);
        // end::write[]

        length = read_record(client, record);
    }
    if (length > 0)
        fail("read", "the client ended within a record"); // <.>
    printf("the client has ended\n");

    // tag::close[]
    close(client);
    close(server);
    // end::close[]
    return 0;
}
