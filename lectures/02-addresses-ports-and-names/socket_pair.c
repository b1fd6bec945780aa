// A connection is known by four numbers: an address and a port at
// each end. We look at them from both ends, share three of the four,
// and then try to have the same four twice.
// Slides: K-03a K-03b P-04d P-06d P-06e E-24b
// Claims: 28 29 37 40 41
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct sockaddr_in End;

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static int tcp(int reuse) {
    int s = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("setsockopt", setsockopt(s, SOL_SOCKET, SO_REUSEADDR,
                                  &reuse, sizeof reuse));
    return s;
}

static void binds(int s, End end) {
    must("bind", bind(s, (struct sockaddr *)&end, sizeof end));
}

static int connects(int s, End end) {
    return connect(s, (struct sockaddr *)&end, sizeof end);
}

static End local(int s) {
    End end;
    socklen_t size = sizeof end;
    must("getsockname",
         getsockname(s, (struct sockaddr *)&end, &size));
    return end;
}

static End remote(int s) {
    End end;
    socklen_t size = sizeof end;
    must("getpeername",
         getpeername(s, (struct sockaddr *)&end, &size));
    return end;
}

static int equal(End a, End b) {
    return a.sin_addr.s_addr == b.sin_addr.s_addr &&
           a.sin_port == b.sin_port;
}

static void show(const char *name, int s) {
    End here = local(s), there = remote(s);
    char from[INET_ADDRSTRLEN], to[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &here.sin_addr, from, sizeof from);
    inet_ntop(AF_INET, &there.sin_addr, to, sizeof to);
    printf("%-6s %s port %d -> %s port %d\n", name,
           from, ntohs(here.sin_port), to, ntohs(there.sin_port));
}

static void saw(const char *what, int expected, int seen) {
    printf("%s: expected %s, saw %s\n", what,
           expected ? "yes" : "no", seen ? "yes" : "no");
    if (expected != seen) exit(1);
}

int main(void) {
    End any = {.sin_family = AF_INET,
               .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};

    // tag::bind[]
    int server = tcp(0);
    saw("server has a port", 0, local(server).sin_port != 0);
    binds(server, any);
    saw("server has a port after bind", 1,
        local(server).sin_port != 0);
    // end::bind[]
    must("listen", listen(server, 5));
    int other = tcp(0);
    binds(other, any);
    must("listen", listen(other, 5));

    // tag::connect[]
    int first = tcp(1);
    saw("first has a port", 0, local(first).sin_port != 0);
    must("connect", connects(first, local(server)));
    saw("first has a port after connect", 1,
        local(first).sin_port != 0);
    int second = tcp(0);
    must("connect", connects(second, local(server)));
    // end::connect[]
    show("first", first);
    show("second", second);
    saw("same remote half", 1, equal(remote(first), remote(second)));
    saw("same local half", 0, equal(local(first), local(second)));

    // tag::names[]
    int accepted = must("accept", accept(server, NULL, NULL));
    printf("the server's end of first\n");
    show("", accepted);
    saw("its remote half is first's local half", 1,
        equal(remote(accepted), local(first)));
    saw("its local half is first's remote half", 1,
        equal(local(accepted), remote(first)));
    // end::names[]

    // Sharing a port on purpose must be allowed, by both who share it.
    // tag::twice[]
    int third = tcp(1);
    binds(third, local(first));
    must("connect", connects(third, local(other)));
    printf("third, from first's port to another server\n");
    show("", third);
    saw("same local half", 1, equal(local(third), local(first)));

    int fourth = tcp(1);
    binds(fourth, local(first));
    printf("fourth, from first's port to first's server\n");
    int connected = connects(fourth, local(server)) == 0;
    if (!connected) printf("connect: %s\n", strerror(errno));
    saw("the same four twice", 0, connected);
    // end::twice[]
    int all[] = {first, second, third, fourth, accepted, server, other};
    for (int i = 0; i < 7; i++) close(all[i]);
    return 0;
}
