// A program that is started, told a port, and calls back: its parent
// says a line, it says the same in capital letters, and ends.
// ./line_child HOST PORT
#include <errno.h>
#include <locale.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wchar.h>
#include <wctype.h>

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static int connected(const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int wrong = getaddrinfo(host, port, &hints, &found);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    int parent = -1;
    // a name may have several addresses: the first that answers
    for (struct addrinfo *a = found; a && parent < 0; a = a->ai_next) {
        parent = socket(a->ai_family, SOCK_STREAM, 0);
        if (connect(parent, a->ai_addr, a->ai_addrlen) < 0) {
            close(parent);
            parent = -1;
        }
    }
    if (parent < 0) fail(1, "connect", strerror(errno));
    freeaddrinfo(found);
    return parent;
}

static void say(int parent, const char *bytes, size_t length) {
    for (size_t sent = 0; sent < length;) {
        ssize_t n = write(parent, bytes + sent, length - sent);
        if (n < 0) fail(1, "write", strerror(errno));
        sent += n;
    }
}

int main(int argc, char **argv) {
    if (argc != 3) fail(2, "usage", "line_child HOST PORT");
    char *end;
    long port = strtol(argv[2], &end, 10);
    if (*end || port < 1 || port > 65535)
        fail(2, "port", "not a number from 1 to 65535");
    // which bytes are a letter is a matter of the locale: UTF-8, and
    // the rules of no language
    if (!setlocale(LC_CTYPE, "C.UTF-8"))
        setlocale(LC_CTYPE, "en_US.UTF-8");
    signal(SIGPIPE, SIG_IGN);

    int parent = connected(argv[1], argv[2]);
    char line[4096];
    size_t length = 0;
    ssize_t n = 1;
    while (length < sizeof line - 1 && !memchr(line, '\n', length)) {
        n = read(parent, line + length, sizeof line - 1 - length);
        if (n < 0) fail(1, "read", strerror(errno));
        if (n == 0) break;
        length += n;
    }
    if (length == 0) fail(1, "read", "the parent said nothing");
    line[length] = 0;
    line[strcspn(line, "\r\n")] = 0;

    wchar_t wide[4096];
    char answer[4 * 4096];
    if (mbstowcs(wide, line, 4096) == (size_t)-1)
        fail(1, "read", "that was no UTF-8");
    for (wchar_t *c = wide; *c; c++) *c = towupper(*c);
    wcstombs(answer, wide, sizeof answer - 1);
    strcat(answer, "\n");
    say(parent, answer, strlen(answer));
    close(parent);
    return 0;
}
