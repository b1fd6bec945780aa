// The client of the slides ends with another status for each call that
// can fail. With a host and a port this is that client; without, it
// tries all its ends in turn.  ./connect_status [HOST PORT]
// Slides: E-54a E-55a E-55b E-57b E-59 E-12a E-12b
// Claims: 60
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static FILE *errors;

static int told(int status, const char *line, const char *what) {
    fprintf(status ? errors : stdout, line, what);
    return status;
}

// tag::status[]
static int status(const char *host, const char *text) {
    char *end;
    long port = strtol(text, &end, 10);
    int digits = *text >= '0' && *text <= '9' && *end == 0;
    if (!digits || port > 65535)
        return told(2, "port: '%s' is not a number from 0 to 65535\n",
                    text); // <.>
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    if (getaddrinfo(host, text, &hints, &found) != 0)
        return told(3, "getaddrinfo: %s\n", "no such host");
    int reason = 0, connected = 0;
    for (struct addrinfo *a = found; a && !connected; a = a->ai_next) {
        int client = socket(a->ai_family, SOCK_STREAM, 0); // <.>
        connected = client >= 0
            && connect(client, a->ai_addr, a->ai_addrlen) == 0;
        if (!connected) reason = errno;
        if (client >= 0) close(client);
    }
    freeaddrinfo(found);
    if (connected) return told(0, "%s\n", "connected");
    return told(4, "connect: %s\n", strerror(reason));
}
// end::status[]

static void saw(const char *what, int expected, int seen) {
    printf("%s: expected status %d, saw status %d\n",
           what, expected, seen);
    if (expected != seen) exit(1);
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

int main(int argc, char **argv) {
    errors = argc == 3 ? stderr : stdout;
    if (argc == 3) return status(argv[1], argv[2]);

    saw("66770", 2, status("localhost", "66770"));
    struct sockaddr_in slide = {.sin_port = htons(atoi("66770"))};
    printf("  the slide calls port %d\n", ntohs(slide.sin_port));
    saw("http", 2, status("localhost", "http"));
    saw("no..such", 3, status("no..such", "1234"));

    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    char port[8];
    sprintf(port, "%d", ntohs(address.sin_port));
    saw("a listening port", 0, status("127.0.0.1", port));
    close(server);
    saw("the same one, closed", 4, status("127.0.0.1", port));
    return 0;
}
