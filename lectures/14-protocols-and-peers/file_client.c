// Asks the file server for a name and takes what it sends; with a
// fourth argument, it keeps it.
// ./file_client [HOST [PORT [NAME [COPY]]]]
// Slides: E-35k U-05a U-11a
#include <errno.h>
#include <fcntl.h>
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

static int connected(const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int wrong = getaddrinfo(host, port, &hints, &found);
    if (wrong) fail("getaddrinfo", gai_strerror(wrong));
    int client = -1, reason = 0;
    const char *call = "";
    for (struct addrinfo *a = found; a; a = a->ai_next) {
        call = "socket";
        client = socket(a->ai_family, SOCK_STREAM, 0);
        if (client >= 0) {
            call = "connect";
            if (connect(client, a->ai_addr, a->ai_addrlen) == 0) break;
        }
        reason = errno;
        if (client >= 0) close(client);
        client = -1;
    }
    if (client < 0) fail(call, strerror(reason));
    freeaddrinfo(found);
    return client;
}

// Makes a new file: what is there already is not overwritten.
static FILE *copy_of(int argc, char **argv) {
    FILE *copy = argc > 4 ? fopen(argv[4], "wbx")
                          : fopen("/dev/null", "wb");
    if (copy) return copy;
    fprintf(stderr, "open: cannot make '%s'\n", argv[4]);
    exit(1);
}

int main(int argc, char **argv) {
    const char *host = argc > 1 ? argv[1] : "localhost";
    const char *port = port_of(argc > 2 ? argv[2] : "1234");
    const char *name = argc > 3 ? argv[3] : "README.adoc";

    // A server that has left is an error to report, not one to die of.
    signal(SIGPIPE, SIG_IGN);
    int client = connected(host, port);

    // tag::ask[]
    ssize_t n;
    for (size_t sent = 0; sent < strlen(name); sent += n) {
        n = write(client, name + sent, strlen(name) - sent);
        if (n < 0) fail("write", strerror(errno));
    }
    if (shutdown(client, SHUT_WR) < 0) // <.>
        fail("shutdown", strerror(errno));
    // end::ask[]

    // tag::answer[]
    FILE *reader = fdopen(client, "r");
    if (!reader) fail("fdopen", strerror(errno));
    char answer[80];
    if (!fgets(answer, sizeof answer, reader)) // <.>
        fail("read", ferror(reader) ? strerror(errno)
                                    : "the server said nothing");
    answer[strcspn(answer, "\n")] = 0;
    size_t digits = strncmp(answer, "OK ", 3)
        ? 0 : strspn(answer + 3, "0123456789");
    if (digits < 1 || digits > 18 || answer[3 + digits]) {
        fprintf(stderr, "read: the server says %s\n", answer);
        return 1;
    }
    long long size = atoll(answer + 3);
    // end::answer[]
    // tag::file[]
    long long got = 0;
    char bytes[65536];
    FILE *copy = copy_of(argc, argv);
    size_t k;
    for (; (k = fread(bytes, 1, sizeof bytes, reader)); got += k) {
        if (fwrite(bytes, 1, k, copy) < k) // <.>
            fail("write", strerror(errno));
    }
    if (ferror(reader)) fail("read", strerror(errno));
    if (fclose(copy)) fail("close", strerror(errno));
    if (got != size) { // <.>
        fprintf(stderr, "read: %lld bytes came, of %lld\n", got, size);
        return 1;
    }
    // end::file[]
    printf("%s: %lld bytes\n", name, got);
    fclose(reader);
    return 0;
}
