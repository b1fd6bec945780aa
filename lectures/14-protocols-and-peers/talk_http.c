// A public protocol needs no acquaintance. C has no HTTP of its own:
// here both ends are by hand, two processes with nothing in common
// but the RFC.  ./talk_http [names]
// Slides: U-10a U-10b U-10d U-10e U-04e
// Claims: 111
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static const char page[] = "hello over HTTP";
static int tells;

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

static char *line(FILE *reader) {
    static char line[500];
    if (!fgets(line, sizeof line, reader) || !strchr(line, '\n')) {
        fprintf(stderr, "read: the end, in a line\n");
        exit(1);
    }
    line[strcspn(line, "\r\n")] = 0;
    return line;
}

// tag::headers[]
// Reads them all, and keeps the value of the one that we look for.
static void header(FILE *reader, const char *wanted, char value[80]) {
    for (char *read; *(read = line(reader)); ) { // <.>
        char *colon = strchr(read, ':');
        if (!colon) continue;
        *colon = 0;
        if (strcasecmp(read, wanted) == 0) // <.>
            snprintf(value, 80, "%s",
                     colon + 1 + strspn(colon + 1, " "));
        if (tells) printf("    %s\n", read);
    }
}
// end::headers[]

// tag::get[]
static void get(int port, const char *path, char status[4],
                char announced[80], char body[80]) {
    struct sockaddr_in server = {
        .sin_family = AF_INET, .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int s = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(s, (struct sockaddr *)&server,
                            sizeof server));
    char request[200];
    int size = snprintf(request, sizeof request,
                        "GET %s HTTP/1.1\r\n" // <.>
                        "Host: 127.0.0.1:%d\r\n" // <.>
                        "Connection: close\r\n"
                        "\r\n", path, port); // <.>
    must("write", write(s, request, size));
    FILE *reader = fdopen(s, "r");
    sscanf(line(reader), "%*s %3s", status); // <.>
    header(reader, "content-length", announced);
    size_t length = atoi(announced) < 80 ? atoi(announced) : 79;
    body[fread(body, 1, length, reader)] = 0; // <.>
    fclose(reader);
}
// end::get[]

// tag::serve[]
static void serve(int door, int port, int says) {
    FILE *reader = fdopen(must("accept", accept(door, NULL, NULL)),
                          "r");
    char request[80], ours[80], host[80] = "", answer[200];
    snprintf(request, sizeof request, "%s", line(reader));
    if (says) saw("request", "GET /hello HTTP/1.1", request); // <.>
    header(reader, "host", host);
    snprintf(ours, sizeof ours, "127.0.0.1:%d", port);
    if (says) saw("it names the host", "yes",
                  strcmp(ours, host) ? "no" : "yes"); // <.>
    int has = strncmp(request, "GET /hello ", 11) == 0;
    int size = snprintf(answer, sizeof answer,
                        "HTTP/1.1 %s\r\n"
                        "Content-Length: %zu\r\n"
                        "Connection: close\r\n"
                        "\r\n%s", has ? "200 OK" : "404 Not Found",
                        has ? strlen(page) : 0, has ? page : "");
    must("write", write(fileno(reader), answer, size));
    fclose(reader);
}
// end::serve[]

int main(int argc, char **argv) {
    (void)argv;
    struct sockaddr_in place = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof place;
    int door = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(door, (struct sockaddr *)&place, size));
    must("listen", listen(door, 5));
    must("getsockname", getsockname(door, (struct sockaddr *)&place,
                                    &size));
    int port = ntohs(place.sin_port), ended;
    char status[4] = "", announced[80] = "", body[80];
    alarm(20); // nobody waits longer than this

    pid_t other = must("fork", fork());
    if (other == 0) {
        serve(door, port, 0);
        serve(door, port, 0);
        return 0;
    }
    tells = argc > 1;
    printf("a client by hand asks a server\n");
    get(port, "/hello", status, announced, body);
    saw("status", "200", status);
    saw("bytes announced", "15", announced);
    saw("body", "hello over HTTP", body);
    get(port, "/nothing", status, announced, body);
    saw("a page it does not have, status", "404", status);
    must("waitpid", waitpid(other, &ended, 0));

    printf("a server by hand is asked by a client\n");
    fflush(stdout);
    other = must("fork", fork());
    if (other == 0) {
        alarm(20);
        tells = 0;
        get(port, "/hello", status, announced, body);
        saw("status", "200", status);
        saw("body", "hello over HTTP", body);
        return 0;
    }
    serve(door, port, 1);
    must("waitpid", waitpid(other, &ended, 0));
    return ended != 0;
}
