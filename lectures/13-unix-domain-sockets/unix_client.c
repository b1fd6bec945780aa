// The simple client of lecture 04, with a file name for the server's
// address: there is no host to look up.  ./unix_client [PATH]
// Slides: E-07c E-44c
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

// One line that names the call and the reason, and a status that is
// not 0: a person can read the one, a shell script the other.
static void fail(const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(1);
}

static const char *path_of(const char *text) {
    if (*text) return text;
    fprintf(stderr, "path: '' names no file\n");
    exit(2);
}

int main(int argc, char **argv) {
    const char *path = path_of(argc > 1 ? argv[1] : "/tmp/hello.sock");

    // A server that has left is an error to report, not one to die of.
    signal(SIGPIPE, SIG_IGN);

    // tag::address[]
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path)
        fail("connect", "path too long");
    strcpy(address.sun_path, path);
    // end::address[]

    // tag::socket[]
    int client = socket(AF_UNIX, SOCK_STREAM, 0);
    if (client < 0) fail("socket", strerror(errno));
    // end::socket[]
    // tag::connect[]
    if (connect(client, (struct sockaddr *)&address,
                sizeof address) < 0) // <.>
        fail("connect", strerror(errno));
    // end::connect[]

    // tag::write[]
    const char *message = "hello server";
    ssize_t n;
    for (size_t sent = 0; sent < strlen(message); sent += n) {
        n = write(client, message + sent, strlen(message) - sent);
        if (n < 0) fail("write", strerror(errno));
    }
    // end::write[]
    // tag::shutdown[]
    if (shutdown(client, SHUT_WR) < 0)
        fail("shutdown", strerror(errno));
    // end::shutdown[]

    // tag::read[]
    char reply[512];
    size_t length = 0;
    n = 1;
    while (n > 0 && length < sizeof reply) {
        n = read(client, reply + length, sizeof reply - length);
        if (n < 0) fail("read", strerror(errno));
        length += n;
    }
    if (length == 0) fail("read", "the server said nothing");
    // end::read[]
    printf("from server: ");
    fwrite(reply, 1, length, stdout);
    printf("\n");

    // tag::close[]
    close(client);
    // end::close[]
    return 0;
}
