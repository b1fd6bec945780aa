// One conversation in three families. What differs is the address, and
// who can use it; server, client and handler stay as they are.
// Slides: E-07c E-07d E-30b E-30d E-44c
// Claims: 7
#include <arpa/inet.h>
#include <ctype.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static size_t all(int from, char said[16]) {
    size_t length = 0;
    ssize_t n = 1;
    while (n > 0 && length < 16) {
        n = must("read", read(from, said + length, 16 - length));
        length += n;
    }
    return length;
}

// tag::handle[]
static void handle(int client) {
    char said[16];
    size_t length = all(client, said);
    for (size_t i = 0; i < length; i++)
        said[i] = toupper((unsigned char)said[i]);
    must("write", write(client, said, length));
    must("shutdown", shutdown(client, SHUT_WR));
}
// end::handle[]

// Each family fills the common storage with a structure of its own.
static void print_name(const struct sockaddr_storage *a,
                       socklen_t size) {
    if (a->ss_family == AF_INET)
        printf("port %d", ntohs(((struct sockaddr_in *)a)->sin_port));
    else if (a->ss_family == AF_INET6)
        printf("port %d", ntohs(((struct sockaddr_in6 *)a)->sin6_port));
    else if (size <= offsetof(struct sockaddr_un, sun_path))
        printf("nobody by name");
    else
        printf("the file %s",
               strrchr(((struct sockaddr_un *)a)->sun_path, '/') + 1);
}

static void converse(int family, const char *called, void *address,
                     socklen_t size) {
    int server = socket(family, SOCK_STREAM, 0);
    if (server < 0 || bind(server, address, size) < 0) {
        printf("%s: this machine has none\n", called);
        if (server >= 0) close(server);
        return;
    }
    must("listen", listen(server, 5));
    struct sockaddr_storage at, from;
    socklen_t at_size = sizeof at, from_size = sizeof from;
    struct sockaddr *name = (struct sockaddr *)&at;
    must("getsockname", getsockname(server, name, &at_size));
    int client = must("socket", socket(family, SOCK_STREAM, 0));
    must("connect", connect(client, name, at_size));
    int child = must("accept", accept(
        server, (struct sockaddr *)&from, &from_size));
    must("write", write(client, "hello", 5));
    must("shutdown", shutdown(client, SHUT_WR));
    handle(child);
    char heard[16];
    int n = all(client, heard);
    printf("%s: expected HELLO, saw %.*s\n", called, n, heard);
    if (n != 5 || memcmp(heard, "HELLO", 5)) exit(1);
    printf("  from ");
    print_name(&from, from_size);
    printf(" to ");
    print_name(&at, at_size);
    printf("\n");
    close(child);
    close(client);
    close(server);
}

int main(void) {
    char folder[] = "/tmp/lecture-13-XXXXXX";
    if (!mkdtemp(folder)) must("mkdtemp", -1);
    // tag::families[]
    struct sockaddr_un file = {.sun_family = AF_UNIX};
    snprintf(file.sun_path, sizeof file.sun_path,
             "%s/hello.sock", folder);
    converse(AF_UNIX, "UNIX", &file, sizeof file);
    struct sockaddr_in four = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    converse(AF_INET, "INET", &four, sizeof four);
    struct sockaddr_in6 six = {
        .sin6_family = AF_INET6,
        .sin6_addr = IN6ADDR_LOOPBACK_INIT};
    converse(AF_INET6, "INET6", &six, sizeof six);
    // end::families[]
    must("unlink", unlink(file.sun_path));
    must("rmdir", rmdir(folder));
    return 0;
}
