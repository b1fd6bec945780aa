// Port 0 means "any free one": the system chooses, and the program has
// to ask which, or nobody can be told. Then two binds that must fail.
// Slides: E-43a E-47b E-48a E-48b E-48c E-50a R-07b U-17d
// Claims: 59
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
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

static void refused(const char *what, const char *address, int port) {
    struct sockaddr_in name = {.sin_family = AF_INET,
                               .sin_port = htons(port)};
    inet_pton(AF_INET, address, &name.sin_addr);
    int another = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    const char *seen = "bound";
    if (bind(another, (struct sockaddr *)&name, sizeof name) < 0) {
        seen = "refused";
        printf("bind: %s\n", strerror(errno));
    }
    close(another);
    saw(what, "refused", seen);
}

int main(void) {
    // tag::socket[]
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    // end::socket[]
    // tag::bind[]
    struct sockaddr_in name = {.sin_family = AF_INET}; // <.>
    name.sin_port = htons(0);
    name.sin_addr.s_addr = htonl(INADDR_ANY);
    must("bind",
         bind(server, (struct sockaddr *)&name, sizeof name));
    // end::bind[]
    // tag::listen[]
    must("listen", listen(server, 5));
    // end::listen[]

    // tag::getsockname[]
    socklen_t length = sizeof name; // <.>
    must("getsockname",
         getsockname(server, (struct sockaddr *)&name, &length));
    int port = ntohs(name.sin_port);
    char address[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &name.sin_addr, address, sizeof address);
    printf("the server's name: %s port %d\n", address, port);
    // end::getsockname[]
    saw("the address", "0.0.0.0", address);
    saw("is the port still 0?", "no", port == 0 ? "yes" : "no");

    // What was printed is what a client needs, but for the address:
    // it names one, and the wildcard is all of this machine's.
    inet_pton(AF_INET, "127.0.0.1", &name.sin_addr);
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect",
         connect(client, (struct sockaddr *)&name, sizeof name));
    close(client);
    printf("a client of 127.0.0.1 port %d is connected\n", port);

    refused("a port that is taken", "127.0.0.1", port);
    // Reserved for documentation: no machine has this address.
    refused("an address of nobody", "192.0.2.1", 0);
    close(server);
    return 0;
}
