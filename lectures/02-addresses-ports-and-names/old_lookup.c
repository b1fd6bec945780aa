// The lookup of the slide, gethostbyname, beside getaddrinfo. The old
// one knows IPv4 only, and does not tell perror why it failed.
// Slides: E-58a E-58b E-43b P-14b
// Claims: 32
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static int wrong;

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("  %s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) wrong = 1;
}

// How many addresses there are, in words; 0 is an error.
static const char *heir(const char *name, int *error) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    *error = getaddrinfo(name, NULL, &hints, &found);
    if (*error) return "nothing";
    int family = found->ai_family;
    freeaddrinfo(found);
    return family == AF_INET6 ? "IPv6" : "IPv4";
}

static const char *old(const char *name) {
    struct hostent *h = gethostbyname(name);
    if (!h) return "nothing";
    return h->h_addrtype == AF_INET ? "IPv4" : "IPv6";
}

int main(void) {
    int error;
    printf("127.0.0.1\n");
    saw("gethostbyname finds", "IPv4", old("127.0.0.1"));
    saw("getaddrinfo finds", "IPv4", heir("127.0.0.1", &error));

    printf("::1\n");
    saw("gethostbyname finds", "nothing", old("::1"));
    saw("getaddrinfo finds", "IPv6", heir("::1", &error));

    printf("no..such\n");
    errno = 0;
    saw("gethostbyname finds", "nothing", old("no..such"));
    saw("perror would say", "Success", strerror(errno));
    saw("getaddrinfo finds", "nothing", heir("no..such", &error));
    printf("  gai_strerror says: %s\n", gai_strerror(error));
    return wrong;
}
