// TCP seen from inside: Linux writes the state of every socket into a
// table, /proc/net/tcp. After each step we look up both ends of our
// connection. (Linux only: elsewhere there is no such table.)
// Slides: K-08a K-08b K-08d K-08e R-15a R-15b R-15c U-25d
// Claims: 90 93
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static const char *table = "/proc/net/tcp";
static const char *states[] = {
    "", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1",
    "FIN_WAIT2", "TIME_WAIT", "CLOSE", "CLOSE_WAIT", "LAST_ACK",
    "LISTEN", "CLOSING"};

static struct sockaddr_in address; // of the server
static int parent, child, client;
static unsigned ours, theirs; // the ports of client and server
static char data[100000];

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// A row: number, here, there, state; address:port, hexadecimal, the
// bytes of the address turned round (lecture 03). No "there" is 0:0.
static void ports(char *text, unsigned here, unsigned there) {
    sprintf(text, ":%04X %s:%04X ", here,
            there ? "0100007F" : "00000000", there);
}

static void look(const char **one, const char **other) {
    char up[32], down[32], row[512];
    ports(up, ours, theirs);
    ports(down, theirs, ours);
    FILE *rows = fopen(table, "r");
    if (!rows) must("fopen", -1);
    *one = *other = "-";
    const char *at;
    while (fgets(row, sizeof row, rows)) {
        if ((at = strstr(row, up)))
            *one = states[strtol(at + strlen(up), NULL, 16) % 12];
        if ((at = strstr(row, down)))
            *other = states[strtol(at + strlen(down), NULL, 16) % 12];
    }
    fclose(rows);
}

static void after(const char *step, const char *at_client,
                  const char *at_server) {
    const char *one, *other;
    int reached;
    // a state may take a moment to come: two systems have to talk
    time_t deadline = time(NULL) + 2;
    do {
        look(&one, &other);
        reached = !strcmp(one, at_client) && !strcmp(other, at_server);
    } while (!reached && time(NULL) <= deadline);
    printf("%s\n", step);
    printf("  client: expected %s, saw %s\n", at_client, one);
    printf("  server: expected %s, saw %s\n", at_server, other);
    if (!reached) exit(1);
}

static void dial(void) {
    struct sockaddr_in here;
    socklen_t size = sizeof here;
    client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, (struct sockaddr *)&address,
                            sizeof address));
    must("getsockname",
         getsockname(client, (struct sockaddr *)&here, &size));
    ours = ntohs(here.sin_port);
}

static void again(const char *story) {
    printf("%s\n", story);
    dial();
    child = must("accept", accept(parent, NULL, NULL));
}

int main(void) {
    if (access(table, R_OK) < 0) {
        printf("this system has no /proc/net/tcp\n");
        return 0;
    }
    alarm(5); // nothing here takes that long
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int small = 4096, big = 200000;
    parent = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    setsockopt(parent, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    must("bind", bind(parent, name, size));
    must("listen", listen(parent, 5));
    must("getsockname", getsockname(parent, name, &size));
    theirs = ntohs(address.sin_port);
    after("the server listens", "-", "LISTEN");
    dial();
    after("the client connects", "ESTABLISHED", "ESTABLISHED");
    child = must("accept", accept(parent, NULL, NULL));
    after("the server accepts", "ESTABLISHED", "ESTABLISHED");
    shutdown(client, SHUT_WR);
    after("the client ends its sending", "FIN_WAIT2", "CLOSE_WAIT");
    must("write", write(child, data, 100));
    must("read", read(client, data, 100));
    after("the server goes on sending", "FIN_WAIT2", "CLOSE_WAIT");
    close(child);
    after("the server closes", "TIME_WAIT", "-");
    close(client);
    after("the client closes", "TIME_WAIT", "-");

    again("again, and the server closes first");
    close(child);
    after("the server closes", "CLOSE_WAIT", "FIN_WAIT2");
    close(client);
    after("the client closes", "-", "TIME_WAIT");

    again("again, and the client has more to say than is read");
    setsockopt(client, SOL_SOCKET, SO_SNDBUF, &big, sizeof big);
    must("write", write(client, data, sizeof data));
    shutdown(child, SHUT_WR);
    after("the server ends its sending", "CLOSE_WAIT", "FIN_WAIT2");
    close(client);
    after("the client closes", "LAST_ACK", "FIN_WAIT2");
    while (must("read", read(child, data, sizeof data)) > 0) continue;
    after("the server reads it all", "-", "TIME_WAIT");
    close(child);

    again("again, and the client breaks off");
    struct linger none = {.l_onoff = 1, .l_linger = 0};
    setsockopt(client, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    close(client);
    after("the client lingers 0 s, and closes", "-", "-");
    close(child);
    close(parent);
    return 0;
}
