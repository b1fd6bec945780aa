// A client asks for a name, and gets the file, if it is one of the
// folder, and of no other.  ./file_server [PORT [ADDRESS [FOLDER]]]
// Slides: E-35k U-05a U-11a
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

// One line that names the call and the reason, and a status that is
// not 0: a person can read the one, a shell script the other.
static void fail(const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(1);
}

static const char *port_of(const char *text) {
    char *end;
    long port = strtol(text, &end, 10);
    if (*text >= '0' && *text <= '9' && *end == 0 && port <= 65535)
        return text;
    fprintf(stderr,
            "port: '%s' is not a number from 0 to 65535\n", text);
    exit(2);
}

static void write_all(int client, const char *bytes, size_t length) {
    for (ssize_t n; length > 0; bytes += n, length -= n) {
        n = write(client, bytes, length);
        if (n < 0) fail("write", strerror(errno));
    }
}

// tag::opened[]
// We are in the folder. Whatever the reason, a stranger hears only:
// no such file.
static int opened(const char *folder, const char *name) {
    char path[PATH_MAX];
    size_t n = strcmp(folder, "/") ? strlen(folder) : 0;
    if (!realpath(name, path) // <.>
        || strncmp(path, folder, n) != 0 || path[n] != '/') // <.>
        return -1;
    int file = open(path, O_RDONLY | O_NONBLOCK); // <.>
    struct stat about;
    if (file < 0) return -1;
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode))
        return file;
    close(file);
    return -1;
}
// end::opened[]

int main(int argc, char **argv) {
    const char *port = port_of(argc > 1 ? argv[1] : "1234");
    const char *address = argc > 2 ? argv[2] : "127.0.0.1";
    const char *place = argc > 3 ? argv[3] : ".";
    char folder[PATH_MAX];
    if (chdir(place) < 0 || !realpath(".", folder)) {
        fprintf(stderr, "folder: '%s' is none\n", place);
        return 2;
    }

    // A client that has left is an error to report, not one to die of.
    signal(SIGPIPE, SIG_IGN);

    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *local;
    int wrong = getaddrinfo(address, port, &hints, &local);
    if (wrong) fail("getaddrinfo", gai_strerror(wrong));
    int server = socket(local->ai_family, SOCK_STREAM, 0);
    if (server < 0) fail("socket", strerror(errno));
    int yes = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(server, local->ai_addr, local->ai_addrlen) < 0)
        fail("bind", strerror(errno));
    freeaddrinfo(local);
    if (listen(server, 5) < 0) fail("listen", strerror(errno));

    struct sockaddr_storage bound;
    socklen_t room = sizeof bound;
    char number[NI_MAXSERV];
    getsockname(server, (struct sockaddr *)&bound, &room);
    getnameinfo((struct sockaddr *)&bound, room, NULL, 0,
                number, sizeof number, NI_NUMERICSERV);
    printf("listening on %s port %s\n", address, number);
    fflush(stdout);

    int client = accept(server, NULL, NULL);
    if (client < 0) fail("accept", strerror(errno));

    // tag::ask[]
    char name[1026];
    size_t length = 0;
    ssize_t n = 1;
    while (n > 0 && length < 1025) { // <.>
        n = read(client, name + length, 1025 - length);
        if (n < 0) fail("read", strerror(errno));
        length += n;
    }
    name[length] = 0;
    // end::ask[]
    if (length == 0) fail("read", "the client said nothing");
    printf("from client: %s\n", name);

    // tag::answer[]
    int file = length <= 1024 && strlen(name) == length // <.>
        ? opened(folder, name) : -1;
    struct stat about;
    if (file < 0 || fstat(file, &about) < 0) {
        const char *no = "NO no such file\n";
        write_all(client, no, strlen(no));
        printf("no such file\n");
    } else {
        char bytes[65536];
        long long size = about.st_size, sent = 0;
        snprintf(bytes, sizeof bytes, "OK %lld\n", size);
        write_all(client, bytes, strlen(bytes));
        for (; (n = read(file, bytes, sizeof bytes)) > 0; sent += n)
            write_all(client, bytes, n); // <.>
        if (n < 0) fail("read", strerror(errno));
        printf("bytes sent: %lld\n", sent);
    }
    // end::answer[]
    // tag::shutdown[]
    if (shutdown(client, SHUT_WR) < 0) // <.>
        fail("shutdown", strerror(errno));
    // end::shutdown[]

    close(client);
    close(server);
    return 0;
}
