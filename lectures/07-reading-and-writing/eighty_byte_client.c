// Messages of fixed length: it says hello in a record of 80 bytes,
// prints the text of the 80 that come back, and ends.
// ./eighty_byte_client [HOST [PORT]]
// Slides: E-63a E-63c K-16a P-13b R-13a R-14a U-25a
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

// tag::write[]
static void write_record(int to, const char *record) {
    for (int sent = 0, n; sent < 80; sent += n) {
        n = write(to, record + sent, 80 - sent); // <.>
        if (n < 0) fail("write", strerror(errno));
    }
}
// end::write[]

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
    const char *host = argc > 1 ? argv[1] : "localhost";
    const char *port = port_of(argc > 2 ? argv[2] : "1234");

    // A server that has left is an error to report, not one to die of.
    signal(SIGPIPE, SIG_IGN);

    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int wrong = getaddrinfo(host, port, &hints, &found);
    if (wrong) fail("getaddrinfo", gai_strerror(wrong));

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
        if (connect(client, a->ai_addr, a->ai_addrlen) == 0)
            break;
        reason = errno;
        close(client);
        client = -1;
    }
    if (client < 0) fail(call, strerror(reason));
    freeaddrinfo(found);

    char record[80];
    // tag::write[]
    record_of("Hello server, please respond to client!", record);
    write_record(client, record);
    // end::write[]

    // tag::read[]
    int length = read_record(client, record);
    // end::read[]
    if (length == 0) fail("read", "the server said nothing"); // <.>
    if (length < 80)
        fail("read", "the server ended within a record");
    printf("from server: %.*s\n", length_of(record), record);

    // tag::close[]
    close(client);
    // end::close[]
    return 0;
}
