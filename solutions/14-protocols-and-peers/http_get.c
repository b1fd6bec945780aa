// Gets a page by HTTP: the solution of an exercise. The head is lines,
// the body is bytes.  ./http_get HOST PORT PATH
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#define LONGEST_HEAD 16384
#define UNKNOWN (-1LL)

static void fail(int status, const char *call, const char *reason) {
    // what came before the trouble is not lost with it
    fflush(stdout);
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static int connected(const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *all;
    int wrong = getaddrinfo(host, port, &hints, &all);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    for (struct addrinfo *one = all; one; one = one->ai_next) {
        int fd = socket(one->ai_family, one->ai_socktype, 0);
        if (fd < 0) fail(1, "socket", strerror(errno));
        if (connect(fd, one->ai_addr, one->ai_addrlen) == 0) {
            freeaddrinfo(all);
            return fd;
        }
        close(fd);
    }
    fail(1, "connect", strerror(errno));
    return -1;
}

// All that comes before the empty line, each line a string. The file
// reads ahead; what is behind the head stays in it.
static char *read_head(FILE *server) {
    static char head[LONGEST_HEAD + 1];
    size_t length = 0;
    while (length < 4 || memcmp(head + length - 4, "\r\n\r\n", 4)) {
        int c = getc(server);
        if (c == EOF)
            fail(1, "read", ferror(server) ? strerror(errno)
                                           : "the head has no end");
        if (length == LONGEST_HEAD) fail(1, "read", "the head is long");
        head[length++] = c;
    }
    // nobody may hide a header behind what C takes for an end
    if (memchr(head, 0, length)) fail(1, "read", "a 0 in the head");
    head[length - 2] = 0;
    return head;
}

// The line at *rest, which moves behind it; NULL after the last.
static char *next_line(char **rest) {
    char *line = *rest, *end = strstr(line, "\r\n");
    if (!end) return NULL;
    *end = 0;
    *rest = end + 2;
    return line;
}

static long long number(const char *value) {
    size_t blanks = strspn(value, " \t");
    size_t digits = strspn(value + blanks, "0123456789");
    const char *after = value + blanks + digits;
    if (digits == 0 || digits > 18 || after[strspn(after, " \t")])
        fail(1, "read", "no length");
    return atoll(value + blanks);
}

// As Content-Length has it: else only the end ends it.
static long long length_of(char *headers) {
    long long length = UNKNOWN;
    for (char *line; (line = next_line(&headers));) {
        char *colon = strchr(line, ':');
        if (!colon) fail(1, "read", "a header without a colon");
        *colon = 0;
        if (strcasecmp(line, "Transfer-Encoding") == 0)
            fail(1, "read", "the body is encoded");
        if (strcasecmp(line, "Content-Length") == 0)
            length = number(colon + 1);
    }
    return length;
}

// Piece by piece: a length is what somebody has said.
static void copy(FILE *server, long long length) {
    char some[8192];
    while (length == UNKNOWN || length > 0) {
        size_t size = sizeof some;
        if (length >= 0 && length < (long long)size) size = length;
        size_t n = fread(some, 1, size, server);
        fwrite(some, 1, n, stdout);
        if (length >= 0) length -= n;
        if (n == size) continue;
        if (ferror(server)) fail(1, "read", strerror(errno));
        if (length > 0) fail(1, "read", "it ends too early");
        return;
    }
}

int main(int argc, char **argv) {
    if (argc != 4) fail(2, "usage", "http_get HOST PORT PATH");
    char *end;
    long port = strtol(argv[2], &end, 10);
    if (*end || port < 1 || port > 65535)
        fail(2, "port", "not a number from 1 to 65535");
    // or the path could bring lines of its own into the request
    for (const char *p = argv[3]; *p || p == argv[3]; p++)
        if (*argv[3] != '/' || *p < '!' || *p > '~')
            fail(2, "path", "not / and printable ASCII");
    signal(SIGPIPE, SIG_IGN);

    int fd = connected(argv[1], argv[2]);
    dprintf(fd, "GET %s HTTP/1.0\r\nHost: %s:%ld\r\n\r\n", argv[3],
            argv[1], port);
    FILE *server = fdopen(fd, "r");
    char *rest = read_head(server);
    char *status = next_line(&rest);
    int major, code;
    if (sscanf(status, "HTTP/1.%1d %3d", &major, &code) != 2
        || code < 100)
        fail(1, "read", "no status line");
    if (code / 100 != 2)
        fail(3, "status", status + strlen("HTTP/1.1 "));
    // 204 has no body, and no header that says so
    if (code != 204) copy(server, length_of(rest));
    fclose(server);
    return 0;
}
