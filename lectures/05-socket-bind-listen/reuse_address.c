// A server that closes first leaves its port in TIME_WAIT for a while.
// SO_REUSEADDR lets the next one in: on Linux, if the old one had set
// it, too. It does not let two listen at once.
// Slides: E-47a U-17d
// Claims: 90
#include <arpa/inet.h>
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

// A listening socket with this name, or -1; port 0 is filled in.
static int bound(struct sockaddr_in *name, int reuse) {
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    // tag::reuse[]
    must("setsockopt",
         setsockopt(server, SOL_SOCKET, SO_REUSEADDR,
                    &reuse, sizeof reuse)); // <.>
    // end::reuse[]
    socklen_t size = sizeof *name;
    if (bind(server, (struct sockaddr *)name, size) < 0) {
        close(server);
        return -1;
    }
    must("listen", listen(server, 5));
    must("getsockname",
         getsockname(server, (struct sockaddr *)name, &size));
    return server;
}

static const char *tried(struct sockaddr_in *name, int reuse) {
    int server = bound(name, reuse);
    if (server < 0) return "refused";
    close(server);
    return "bound";
}

static struct sockaddr_in any_port(void) {
    return (struct sockaddr_in){
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

// One server's life, in which it closes first, and the next one's bind.
static const char *restart(int old, int new) {
    struct sockaddr_in name = any_port();
    int server = must("bind", bound(&name, old));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, (struct sockaddr *)&name,
                            sizeof name));
    close(must("accept", accept(server, NULL, NULL)));
    char end;
    must("read", read(client, &end, 1));
    close(client);
    close(server);
    return tried(&name, new);
}

int main(void) {
    saw("neither sets it", "refused", restart(0, 0));
    printf("only the new one sets it: saw %s\n",
           restart(0, 1));
    printf("only the old one sets it: saw %s\n",
           restart(1, 0));
    saw("both set it", "bound", restart(1, 1));

    struct sockaddr_in name = any_port();
    int alive = must("bind", bound(&name, 1));
    saw("both set it, the old is alive", "refused", tried(&name, 1));
    close(alive);
    return 0;
}
