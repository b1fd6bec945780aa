// Six things go wrong, each on purpose. The call answers -1 and leaves
// a number in errno, which has a name. (getaddrinfo has numbers of its
// own.)
// Slides: E-34f E-34a E-34b E-34c E-34d
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// tag::wrong[]
static void wrong(const char *what, const char *name, int expected,
                  int result) {
    int seen = errno; // before anything else may change it
    printf("%s: expected %s, saw %s\n", what, name,
           result >= 0 ? "success" : seen == expected ? name
                                                      : "another");
    if (result >= 0 || seen != expected) exit(1);
}
// end::wrong[]

static int bound(struct sockaddr_in *address) {
    socklen_t size = sizeof *address;
    struct sockaddr *name = (struct sockaddr *)address;
    int made = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(made, name, size));
    must("getsockname", getsockname(made, name, &size));
    return made;
}

int main(void) {
    struct sockaddr_in taken = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr_in listening = taken;
    // Bound and not listening: this port is taken, and nobody answers.
    int silent = bound(&taken);
    int server = bound(&listening);
    must("listen", listen(server, 5));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    int second = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    struct sockaddr *nobody = (struct sockaddr *)&taken;
    struct sockaddr *somebody = (struct sockaddr *)&listening;
    socklen_t size = sizeof taken;

    // tag::refused[]
    wrong("connect, nobody listens", "ECONNREFUSED", ECONNREFUSED,
          connect(client, nobody, size));
    // end::refused[]

    wrong("bind, the port is taken", "EADDRINUSE", EADDRINUSE,
          bind(second, nobody, size));

    struct addrinfo *found;
    int code = getaddrinfo("no..such", NULL, NULL, &found);
    printf("a name that cannot be: expected EAI_NONAME, saw %s\n",
           code == EAI_NONAME ? "EAI_NONAME" : gai_strerror(code));
    if (code != EAI_NONAME) return 1;

    struct timeval moment = {.tv_usec = 50000};
    setsockopt(server, SOL_SOCKET, SO_RCVTIMEO, &moment, sizeof moment);
    wrong("accept, nobody calls in time", "EAGAIN", EAGAIN,
          accept(server, NULL, NULL));

    must("connect", connect(second, somebody, size));
    int accepted = must("accept", accept(server, NULL, NULL));
    struct linger at_once = {.l_onoff = 1}; // close shall break off
    setsockopt(accepted, SOL_SOCKET, SO_LINGER, &at_once,
               sizeof at_once);
    close(accepted);
    char byte;
    wrong("read, the other has broken off", "ECONNRESET", ECONNRESET,
          read(second, &byte, 1));

    close(second);
    wrong("read, we have closed it ourselves", "EBADF", EBADF,
          read(second, &byte, 1));
    close(client);
    close(silent);
    close(server);
    return 0;
}
