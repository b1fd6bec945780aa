// Three peers in a ring. Each has called its neighbour and waits for
// the answer, when it is called itself: client of one, server of the
// other, at the same time. Each is a process of its own.
// Slides: U-05a U-05b U-05c
// Claims: 14
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE 4
#define ROOM 80

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    fflush(stdout);
    if (strcmp(expected, seen) != 0) exit(1);
}

static int listening(void) {
    struct sockaddr_in place = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int door = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(door, (struct sockaddr *)&place, sizeof place));
    must("listen", listen(door, 5));
    return door;
}

static void say(int s, const char *text) {
    must("write", write(s, text, strlen(text)));
    must("shutdown", shutdown(s, SHUT_WR));
}

static void all_from(int s, char text[ROOM]) {
    ssize_t n = 1;
    size_t length = 0;
    for (; n > 0 && length < ROOM - 1; length += n)
        n = must("read", read(s, text + length, ROOM - 1 - length));
    text[length] = 0;
}

static int call(char name, char next, int door, const char *token) {
    printf("%c calls %c with: %s\n", name, next, token);
    fflush(stdout);
    struct sockaddr_in place;
    socklen_t size = sizeof place;
    must("getsockname", getsockname(door, (struct sockaddr *)&place,
                                    &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, (struct sockaddr *)&place, size));
    say(client, token);
    return client;
}

static pid_t peer(char name, int door, char next, int next_door) {
    pid_t child = must("fork", fork());
    if (child > 0) return child;
    alarm(PATIENCE); // an alarm is not inherited
    char token[ROOM], answer[ROOM];
    // tag::peer[]
    int as_server = must("accept", accept(door, NULL, NULL));
    all_from(as_server, token);
    size_t length = strlen(token);
    snprintf(token + length, ROOM - length, " %c", name);
    int as_client = call(name, next, next_door, token);
    all_from(as_client, answer);
    say(as_server, answer); // <.>
    // end::peer[]
    exit(0);
}

int main(void) {
    int a = listening(), b = listening(), c = listening();
    int of_b, of_c;
    alarm(PATIENCE);
    pid_t peer_b = peer('B', b, 'C', c);
    pid_t peer_c = peer('C', c, 'A', a);
    char token[ROOM], answer[ROOM];

    // tag::first[]
    int as_client = call('A', 'B', b, "A"); // <.>
    int as_server = must("accept", accept(a, NULL, NULL)); // <.>
    all_from(as_server, token);
    saw("A is called, while its own call waits", "A B C", token);
    strcat(token, " A");
    say(as_server, token);
    all_from(as_client, answer); // <.>
    // end::first[]
    saw("the answer comes the way back", "A B C A", answer);
    close(as_server);
    close(as_client);

    must("waitpid", waitpid(peer_b, &of_b, 0));
    must("waitpid", waitpid(peer_c, &of_c, 0));
    return of_b != 0 || of_c != 0;
}
