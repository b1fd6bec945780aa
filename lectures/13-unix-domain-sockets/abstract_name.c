// Linux has names that are in no folder: they begin with a zero byte.
// No file, nothing to delete, nothing stale; and no permission to
// check. (Linux only. Java has no way to say such a name.)
// Slides: E-07c E-07e E-44c
// Claims: 36
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#ifdef __linux__
static struct sockaddr_un address = {.sun_family = AF_UNIX};
static socklen_t size;
static int all_as_expected = 1;

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    all_as_expected &= !strcmp(expected, seen);
}

static const char *called(void) {
    int s = must("socket", socket(AF_UNIX, SOCK_STREAM, 0));
    int failed =
        connect(s, (struct sockaddr *)&address, size) < 0 ? errno : 0;
    close(s);
    return !failed ? "connected" : failed == ECONNREFUSED ? "refused"
        : strerror(failed);
}

static const char *bound(void) {
    int s = must("socket", socket(AF_UNIX, SOCK_STREAM, 0));
    int failed =
        bind(s, (struct sockaddr *)&address, size) < 0 ? errno : 0;
    close(s);
    return !failed ? "fine" : failed == EADDRINUSE ? "in use"
        : strerror(failed);
}

int main(void) {
    // Whoever is first has the name: the process id makes it ours.
    // Nothing ends it but the length: zeros behind it would count.
    int length = snprintf(address.sun_path + 1,
                          sizeof address.sun_path - 1,
                          "lecture-13-%d", getpid());
    size = offsetof(struct sockaddr_un, sun_path) + 1 + length;

    int server = must("socket", socket(AF_UNIX, SOCK_STREAM, 0));
    must("bind", bind(server, (struct sockaddr *)&address, size));
    must("listen", listen(server, 5));
    struct sockaddr_un own;
    socklen_t own_size = sizeof own;
    must("getsockname", getsockname(
        server, (struct sockaddr *)&own, &own_size));
    saw("the name begins with byte", "0",
        own.sun_path[0] ? "another" : "0");
    saw("is there a file", "no",
        access(address.sun_path + 1, F_OK) < 0 ? "no" : "yes");
    saw("a client is", "connected", called());
    saw("another server's bind", "in use", bound());
    close(server);
    saw("the server has closed, and a client is", "refused", called());
    saw("another server's bind", "fine", bound());
    return !all_as_expected;
}
#else
int main(void) {
    printf("only Linux has such names\n");
    return 0;
}
#endif
