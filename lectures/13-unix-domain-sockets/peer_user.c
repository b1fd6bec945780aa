// A client without a name is no stranger: the system knows whose
// process has called, and tells the server, whatever the client may
// say of itself. (Asked as Linux wants it.)
// Slides: E-07c
#define _GNU_SOURCE // for struct ucred
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#ifdef __linux__
static int all_as_expected = 1;

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// Process, user and group, as numbers; no process means none.
static const char *caller(int child) {
    // tag::caller[]
    struct ucred told; // <.>
    socklen_t size = sizeof told;
    must("getsockopt", getsockopt(child, SOL_SOCKET, SO_PEERCRED,
                                  &told, &size));
    // end::caller[]
    if (told.pid == 0) return "unknown";
    return told.uid == geteuid() ? "this user" : "another";
}

static void ask(int family, void *address, socklen_t size,
                const char *where, const char *expected) {
    int server = must("socket", socket(family, SOCK_STREAM, 0));
    int client = must("socket", socket(family, SOCK_STREAM, 0));
    must("bind", bind(server, address, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, address, &size));
    must("connect", connect(client, address, size));
    int child = must("accept", accept(server, NULL, NULL));
    const char *seen = caller(child);
    printf("on a %s, the caller is: expected %s, saw %s\n", where,
           expected, seen);
    all_as_expected &= !strcmp(expected, seen);
    close(child);
    close(client);
    close(server);
}

int main(void) {
    char folder[] = "/tmp/lecture-13-XXXXXX";
    if (!mkdtemp(folder)) must("mkdtemp", -1);
    struct sockaddr_un file = {.sun_family = AF_UNIX};
    snprintf(file.sun_path, sizeof file.sun_path,
             "%s/hello.sock", folder);
    ask(AF_UNIX, &file, sizeof file, "path", "this user");
    struct sockaddr_in loopback = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    ask(AF_INET, &loopback, sizeof loopback, "port", "unknown");
    must("unlink", unlink(file.sun_path));
    must("rmdir", rmdir(folder));
    return !all_as_expected;
}
#else
int main(void) {
    printf("this system does not tell\n");
    return 0;
}
#endif
