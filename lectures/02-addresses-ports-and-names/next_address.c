// A name may have several addresses, and not all of them may answer.
// We need no name for that: a list of two, ::1 and 127.0.0.1, as many
// a localhost has it, and a server at the second only.
// Slides: E-58d
// Claims: 27
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static struct addrinfo *lookup(const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int wrong = getaddrinfo(host, port, &hints, &found);
    if (!wrong) return found;
    fprintf(stderr, "getaddrinfo: %s\n", gai_strerror(wrong));
    exit(1);
}

int main(void) {
    struct addrinfo *local = lookup("127.0.0.1", "0");
    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    char port[NI_MAXSERV], expected[80], seen[80] = "no answer";
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, local->ai_addr, local->ai_addrlen));
    must("listen", listen(server, 5));
    must("getsockname",
         getsockname(server, (struct sockaddr *)&bound, &size));
    getnameinfo((struct sockaddr *)&bound, size, NULL, 0, port,
                sizeof port, NI_NUMERICSERV);
    printf("a server listens on 127.0.0.1 port %s\n", port);

    struct addrinfo *found = lookup("::1", port);
    found->ai_next = lookup("127.0.0.1", port);

    // tag::first[]
    int hasty = socket(found->ai_family, SOCK_STREAM, 0);
    if (connect(hasty, found->ai_addr, found->ai_addrlen) == 0)
        strcpy(seen, "an answer");
    saw("the first address only", "no answer", seen);
    close(hasty);
    // end::first[]

    int client = -1;
    // tag::loop[]
    for (struct addrinfo *a = found; a; a = a->ai_next) {
        client = socket(a->ai_family, SOCK_STREAM, 0); // <.>
        if (client >= 0 &&
            connect(client, a->ai_addr, a->ai_addrlen) == 0)
            break; // <.>
        printf("one of them: %s\n", strerror(errno));
        if (client >= 0) close(client); // <.>
        client = -1;
    }
    // end::loop[]
    if (client >= 0) {
        char host[NI_MAXHOST], number[NI_MAXSERV];
        size = sizeof bound;
        getpeername(client, (struct sockaddr *)&bound, &size);
        getnameinfo((struct sockaddr *)&bound, size, host, 40,
                    number, sizeof number,
                    NI_NUMERICHOST | NI_NUMERICSERV);
        snprintf(seen, sizeof seen, "%.39s port %.9s", host, number);
    }
    sprintf(expected, "127.0.0.1 port %.9s", port);
    saw("one after the other", expected, seen);
    close(client);
    close(server);
    return 0;
}
