// The simple server of lecture 04, with a file name for its address:
// nobody can call it but this machine.  ./unix_server [PATH]
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

    // A client that has left is an error to report, not one to die of.
    signal(SIGPIPE, SIG_IGN);

    // tag::address[]
    struct sockaddr_un address = {.sun_family = AF_UNIX}; // <.>
    if (strlen(path) >= sizeof address.sun_path)
        fail("bind", "path too long");
    strcpy(address.sun_path, path);
    // end::address[]

    // tag::socket[]
    int server = socket(AF_UNIX, SOCK_STREAM, 0); // <.>
    if (server < 0) fail("socket", strerror(errno));
    // end::socket[]

    // tag::bind[]
    if (bind(server, (struct sockaddr *)&address,
             sizeof address) < 0) // <.>
        fail("bind", strerror(errno));
    // end::bind[]

    // tag::listen[]
    if (listen(server, 5) < 0) fail("listen", strerror(errno));
    // end::listen[]
    printf("listening on %s\n", path);
    fflush(stdout);

    // tag::accept[]
    int client = accept(server, NULL, NULL);
    if (client < 0) fail("accept", strerror(errno));
    // end::accept[]

    // tag::unlink[]
    if (unlink(path) < 0 && errno != ENOENT) // <.>
        fail("unlink", strerror(errno));
    // end::unlink[]

    // tag::read[]
    char message[512];
    size_t length = 0;
    ssize_t n = 1;
    while (n > 0 && length < sizeof message) { // <.>
        n = read(client, message + length,
                 sizeof message - length);
        if (n < 0) fail("read", strerror(errno));
        length += n;
    }
    if (length == 0) fail("read", "the client said nothing");
    // end::read[]
    printf("from client: ");
    fwrite(message, 1, length, stdout);
    printf("\n");

    // tag::write[]
    const char *reply = "back to ya client";
    for (size_t sent = 0; sent < strlen(reply); sent += n) {
        n = write(client, reply + sent, strlen(reply) - sent);
        if (n < 0) fail("write", strerror(errno));
    }
    // end::write[]

    // tag::close[]
    close(client);
    close(server);
    // end::close[]
    return 0;
}
