// A socket has knobs. Read one, set it, read it back: a system may
// take a value, round it, or refuse, and only the reading tells. What
// is set on the listening socket goes to its children.
// Slides: P-14e P-14f U-08b
// Claims: 10
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
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

static const char *word(int value) {
    return value ? "on" : "off";
}

static const char *truth(int value) {
    return value ? "true" : "false";
}

// tag::switch[]
static int get(int s, int level, int option) {
    int value;
    socklen_t size = sizeof value;
    must("getsockopt", getsockopt(s, level, option, &value, &size));
    return value;
}

static void set(int s, int level, int option, int value) {
    must("setsockopt", setsockopt(s, level, option,
                                  &value, sizeof value));
}

static void switch_on(int s, const char *name, int level, int option) {
    char at_first[40], is_set[40];
    snprintf(at_first, sizeof at_first, "%s at first", name);
    snprintf(is_set, sizeof is_set, "%s set", name);
    saw(at_first, "off", word(get(s, level, option)));
    set(s, level, option, 1); // <.>
    saw(is_set, "on", word(get(s, level, option)));
}
// end::switch[]

static void linger(int s) {
    struct linger value;
    socklen_t size = sizeof value;
    must("getsockopt", getsockopt(s, SOL_SOCKET, SO_LINGER,
                                  &value, &size));
    saw("SO_LINGER at first", "off", word(value.l_onoff));
    value = (struct linger){.l_onoff = 1, .l_linger = 5};
    must("setsockopt", setsockopt(s, SOL_SOCKET, SO_LINGER,
                                  &value, size));
    must("getsockopt", getsockopt(s, SOL_SOCKET, SO_LINGER,
                                  &value, &size));
    char seen[20];
    snprintf(seen, sizeof seen, "%d s", value.l_linger);
    saw("SO_LINGER set to 5 s", "5 s", seen);
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int door = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    set(door, SOL_SOCKET, SO_REUSEADDR, 1);
    set(door, SOL_SOCKET, SO_RCVBUF, 20000); // <.>
    must("bind", bind(door, name, size));
    must("listen", listen(door, 5));
    must("getsockname", getsockname(door, name, &size));

    // tag::client[]
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    switch_on(client, "SO_KEEPALIVE", SOL_SOCKET, SO_KEEPALIVE);
    switch_on(client, "TCP_NODELAY", IPPROTO_TCP, TCP_NODELAY);
    // end::client[]
    linger(client);
    saw("SO_RCVBUF at first, some", "true",
        truth(get(client, SOL_SOCKET, SO_RCVBUF) > 0));
    // tag::size[]
    set(client, SOL_SOCKET, SO_RCVBUF, 20000);
    int room = get(client, SOL_SOCKET, SO_RCVBUF);
    saw("SO_RCVBUF set to 20000, at least that", "true",
        truth(room >= 20000)); // <.>
    // end::size[]

    must("connect", connect(client, name, size));
    int child = must("accept", accept(door, NULL, NULL));
    saw("TCP_NODELAY after connect", "on",
        word(get(client, IPPROTO_TCP, TCP_NODELAY)));
    saw("TCP_NODELAY of the other end", "off",
        word(get(child, IPPROTO_TCP, TCP_NODELAY)));
    // tag::inherit[]
    saw("SO_REUSEADDR of the listener's child", "on",
        word(get(child, SOL_SOCKET, SO_REUSEADDR))); // <.>
    int its = get(door, SOL_SOCKET, SO_RCVBUF);
    int theirs = get(child, SOL_SOCKET, SO_RCVBUF);
    saw("SO_RCVBUF of the child, as the listener's", "true",
        truth(theirs == its));
    // end::inherit[]

    close(child);
    close(client);
    close(door);
    // tag::closed[]
    int value;
    socklen_t length = sizeof value;
    int answer = getsockopt(client, IPPROTO_TCP, TCP_NODELAY,
                            &value, &length); // <.>
    // end::closed[]
    saw("TCP_NODELAY after close", "an error",
        answer < 0 ? "an error" : "a value");
    return 0;
}
