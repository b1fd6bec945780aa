// Two decks contradict each other: does an accepted socket get a port
// of its own, or does it share the parent's? Three clients call, and
// we ask each child for both ends of its connection.
// Slides: E-14a E-14b E-14c R-12e U-20a U-20b U-20d U-21a U-21b U-21c
// Claims: 69 70 71
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef char Text[64];

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

// Asks for one end of a socket: getsockname or getpeername.
static void end(int socket, Text text,
                int (*ask)(int, struct sockaddr *, socklen_t *)) {
    struct sockaddr_in a;
    socklen_t size = sizeof a;
    must("ask", ask(socket, (struct sockaddr *)&a, &size));
    snprintf(text, sizeof(Text), "%s port %d", inet_ntoa(a.sin_addr),
             ntohs(a.sin_port));
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int parent = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(parent, name, size));
    must("listen", listen(parent, 5));
    must("getsockname", getsockname(parent, name, &size));
    Text door;
    end(parent, door, getsockname);
    printf("the parent listens on %s\n", door);

    int clients[4], children[4], pairs = 0;
    Text here, there[4], caller;
    for (int i = 0; i < 3; i++) {
        clients[i] = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        must("connect", connect(clients[i], name, size));
        children[i] = must("accept", accept(parent, NULL, NULL));

        // tag::ends[]
        end(children[i], here, getsockname);
        end(children[i], there[i], getpeername);
        // end::ends[]
        printf("child %d, from %s\n", i + 1, there[i]);
        saw("  its own end is", door, here);
        end(clients[i], caller, getsockname);
        saw("  its other end is", caller, there[i]);

        int known = 0;
        for (int j = 0; j < i; j++)
            known |= strcmp(there[j], there[i]) == 0;
        pairs += !known;
    }
    saw("different pairs of ends", "3", pairs == 3 ? "3" : "fewer");

    char heard[4] = "";
    for (int i = 0; i < 3; i++)
        must("write", write(children[i], &"123"[i], 1));
    for (int i = 0; i < 3; i++)
        must("read", read(clients[i], heard + i, 1));
    saw("each child says its number, the clients hear", "123", heard);

    clients[3] = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(clients[3], name, size));
    children[3] = must("accept", accept(parent, NULL, NULL));
    end(clients[3], caller, getsockname);
    end(children[3], there[3], getpeername);
    saw("and the parent's next child is from", caller, there[3]);
    for (int i = 0; i < 4; i++) {
        close(clients[i]);
        close(children[i]);
    }
    close(parent);
    return 0;
}
