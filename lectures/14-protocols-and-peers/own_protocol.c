// A team has a protocol that nobody else knows: a letter, a length in
// two bytes, a text. Somebody who stands between its client and its
// server reads the bytes, sends them again, and then other ones.
// Slides: U-11a U-11b U-11c
// Claims: 112
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("  %s: expected %s, saw %s\n", what, expected, seen);
    fflush(stdout);
    if (strcmp(expected, seen) != 0) exit(1);
}

// tag::frame[]
static size_t frame(char bytes[100], char kind, const char *text) {
    size_t length = strlen(text);
    bytes[0] = kind;
    bytes[1] = length >> 8; // <.>
    bytes[2] = length & 0xff;
    memcpy(bytes + 3, text, length);
    return 3 + length;
}

// The kind, or 0 if there is no whole frame; texts end with a zero.
static char frame_from(int s, char text[97]) {
    unsigned char head[3];
    if (recv(s, head, 3, MSG_WAITALL) != 3) return 0; // <.>
    ssize_t length = head[1] << 8 | head[2];
    if (length > 96 || recv(s, text, length, MSG_WAITALL) != length)
        return 0;
    text[length] = 0;
    return head[0];
}
// end::frame[]

// tag::serve[]
static void serve(int door) {
    for (;;) {
        int client = must("accept", accept(door, NULL, NULL));
        char asked[97], bytes[100];
        char kind = frame_from(client, asked);
        const char *degrees = kind != 'Q' ? NULL
            : !strcmp(asked, "kitchen") ? "21 degrees"
            : !strcmp(asked, "cellar") ? "12 degrees" : NULL;
        size_t size = degrees ? frame(bytes, 'A', degrees)
                              : frame(bytes, 'N', "unknown"); // <.>
        if (kind) must("write", write(client, bytes, size));
        close(client);
    }
}
// end::serve[]

static int listening(int *port) {
    struct sockaddr_in place = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof place;
    int door = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(door, (struct sockaddr *)&place, size));
    must("listen", listen(door, 5));
    must("getsockname", getsockname(door, (struct sockaddr *)&place,
                                    &size));
    *port = ntohs(place.sin_port);
    return door;
}

static int called(int port) {
    struct sockaddr_in server = {
        .sin_family = AF_INET, .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int s = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(s, (struct sockaddr *)&server,
                            sizeof server));
    return s;
}

// tag::relay[]
// It knows nothing of frames: bytes there, until their end, and back.
static size_t pass(int from, int to, char bytes[100]) {
    size_t length = 0;
    for (ssize_t n = 1; n > 0 && length < 100; length += n)
        n = must("read", read(from, bytes + length, 100 - length));
    must("write", write(to, bytes, length));
    must("shutdown", shutdown(to, SHUT_WR));
    return length;
}
// end::relay[]

static void exchange(int port, const char *bytes, size_t size,
                     const char *who, const char *expected) {
    int s = called(port);
    must("write", write(s, bytes, size));
    must("shutdown", shutdown(s, SHUT_WR));
    char text[97] = "", seen[100];
    char kind = frame_from(s, text);
    snprintf(seen, sizeof seen, "%c %s", kind ? kind : '?', text);
    saw(who, expected, seen);
    close(s);
}

static void show(const char *who, const char *bytes, size_t size) {
    printf("  %s:", who);
    for (size_t i = 0; i < size; i++)
        printf(" %02x", (unsigned char)bytes[i]);
    printf("  ");
    for (size_t i = 0; i < size; i++)
        putchar(bytes[i] >= ' ' && bytes[i] <= '~' ? bytes[i] : '.');
    printf("\n");
}

int main(void) {
    int port, relay_port, ended;
    int server = listening(&port), relay = listening(&relay_port);
    char there[100], back[100], own[100];
    printf("the team's server listens\n");
    saw("its port", "1024 or more",
        port >= 1024 ? "1024 or more" : "known");
    alarm(4); // nobody waits longer than this
    pid_t serving = must("fork", fork());
    if (serving == 0) {
        alarm(4);
        serve(server);
    }

    printf("the team's client asks for the kitchen\n");
    fflush(stdout);
    pid_t asking = must("fork", fork());
    if (asking == 0) {
        alarm(4);
        exchange(relay_port, own, frame(own, 'Q', "kitchen"),
                 "the answer", "A 21 degrees");
        return 0;
    }
    int caller = must("accept", accept(relay, NULL, NULL));
    int s = called(port);
    size_t asked = pass(caller, s, there);
    size_t answered = pass(s, caller, back);
    close(s);
    close(caller);
    must("waitpid", waitpid(asking, &ended, 0));

    printf("what the relay has read\n");
    show("client", there, asked);
    show("server", back, answered);

    printf("an outsider sends the client's bytes again\n");
    exchange(port, there, asked, "the answer", "A 21 degrees");
    printf("and then, having understood them, bytes of its own\n");
    exchange(port, own, frame(own, 'Q', "cellar"),
             "the answer", "A 12 degrees");
    exchange(port, own, frame(own, 'Q', "attic"),
             "the answer", "N unknown");
    kill(serving, SIGKILL);
    must("waitpid", waitpid(serving, NULL, 0));
    return ended != 0;
}
