// Hands out the files of a folder, or fetches one from another peer:
// the solution of an exercise. A process for each client.
// ./file_share FOLDER PORT        ./file_share FOLDER HOST PORT NAME
#include <arpa/inet.h>
#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define LONGEST_NAME 255

static const char here = 0, not_here = 1;

static void fail(int status, const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(status);
}

static const char *port_of(const char *word, long least) {
    char *end;
    long port = strtol(word, &end, 10);
    if (*word < '0' || *word > '9' || *end || port < least
        || port > 65535)
        fail(2, "port", "not a number that is a port");
    return word;
}

// A name leads nowhere: it has no slash, and is not one of two.
static int is_name(const char *name, size_t length) {
    return length >= 1 && length <= LONGEST_NAME
           && strlen(name) == length && !strchr(name, '/')
           && strcmp(name, ".") && strcmp(name, "..");
}

// All of it, or up to the end: how much there was, or -1.
static ssize_t read_all(int fd, void *room, size_t size) {
    size_t length = 0;
    while (length < size) {
        ssize_t n = read(fd, (char *)room + length, size - length);
        if (n < 0) return -1;
        if (n == 0) break;
        length += n;
    }
    return length;
}

static int write_all(int fd, const void *bytes, size_t size) {
    for (size_t done = 0; done < size;) {
        ssize_t n = write(fd, (const char *)bytes + done, size - done);
        if (n < 0) return -1;
        done += n;
    }
    return 0;
}

// Piece by piece: a length is what somebody has said. NULL, or why not.
static const char *copy(int from, int to, uint64_t length) {
    char some[65536];
    while (length > 0) {
        size_t size = length < sizeof some ? length : sizeof some;
        ssize_t n = read(from, some, size);
        if (n == 0) return "it ends too early";
        if (n < 0 || write_all(to, some, n) < 0) return strerror(errno);
        length -= n;
    }
    return NULL;
}

// Opened without following: a link is no file. -1 for what is none.
static int opened(int folder, const char *name, struct stat *about) {
    int file = openat(folder, name,
                      O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return -1;
    if (fstat(file, about) == 0 && S_ISREG(about->st_mode)) return file;
    close(file);
    return -1;
}

static void attend(int client, int folder) {
    char name[LONGEST_NAME + 2] = "", rest[4096];
    ssize_t n, length = read_all(client, name, LONGEST_NAME + 1);
    if (length < 0) return; // who breaks off wants no answer
    // the rest is read all the same: a close with unread bytes would
    // break the connection
    while ((n = read(client, rest, sizeof rest)) > 0) continue;
    if (n < 0) return;
    struct stat about;
    int file = is_name(name, length)
                   ? opened(folder, name, &about) : -1;
    if (file < 0) {
        write_all(client, &not_here, 1);
        return;
    }
    uint64_t size = htobe64(about.st_size);
    if (write_all(client, &here, 1) < 0
        || write_all(client, &size, sizeof size) < 0)
        return;
    // not more than promised, even if the file has grown
    const char *wrong = copy(file, client, about.st_size);
    if (wrong) fprintf(stderr, "client: %s\n", wrong);
}

static void serve(int folder, const char *port) {
    struct sockaddr_in own = {
        .sin_family = AF_INET,
        .sin_port = htons((uint16_t)atoi(port)),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof own;
    int server = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    if (server < 0) fail(1, "socket", strerror(errno));
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(server, (struct sockaddr *)&own, size) < 0)
        fail(1, "bind", strerror(errno));
    if (listen(server, 50) < 0) fail(1, "listen", strerror(errno));
    getsockname(server, (struct sockaddr *)&own, &size);
    printf("listening on 127.0.0.1 port %d\n", ntohs(own.sin_port));
    fflush(stdout);
    signal(SIGCHLD, SIG_IGN); // no zombies: nobody asks how they ended
    for (;;) {
        int client = accept(server, NULL, NULL);
        if (client < 0) continue; // whoever called has gone again
        if (fork() == 0) {
            close(server);
            attend(client, folder);
            exit(0);
        }
        close(client);
    }
}

static int connected(const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *all;
    int wrong = getaddrinfo(host, port, &hints, &all);
    if (wrong) fail(1, "getaddrinfo", gai_strerror(wrong));
    for (struct addrinfo *one = all; one; one = one->ai_next) {
        int fd = socket(one->ai_family, one->ai_socktype, 0);
        if (fd < 0) fail(1, "socket", strerror(errno));
        if (connect(fd, one->ai_addr, one->ai_addrlen) == 0) {
            freeaddrinfo(all);
            return fd;
        }
        close(fd);
    }
    fail(1, "connect", strerror(errno));
    return -1;
}

// Under its name only when it is complete.
static void keep(int peer, uint64_t length, int folder,
                 const char *name) {
    char part[40];
    snprintf(part, sizeof part, ".%ld.part", (long)getpid());
    int file = openat(folder, part, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (file < 0) fail(1, "open", strerror(errno));
    const char *wrong = copy(peer, file, length);
    if (!wrong && renameat(folder, part, folder, name) == 0) return;
    if (!wrong) wrong = strerror(errno);
    unlinkat(folder, part, 0);
    fail(1, "read", wrong);
}

static void fetch(int folder, const char *host, const char *port,
                  const char *name) {
    int peer = connected(host, port);
    if (write_all(peer, name, strlen(name)) < 0)
        fail(1, "write", strerror(errno));
    // the end of our sending is the end of the name
    shutdown(peer, SHUT_WR);
    char status;
    uint64_t length;
    ssize_t n = read_all(peer, &status, 1);
    if (n == 1 && status == not_here) fail(3, "not there", name);
    if (n == 1 && status == here)
        n = read_all(peer, &length, sizeof length);
    if (n < 0) fail(1, "read", strerror(errno));
    if (n < (ssize_t)sizeof length)
        fail(1, "read", "this is no answer");
    keep(peer, be64toh(length), folder, name);
}

int main(int argc, char **argv) {
    if (argc != 3 && argc != 5)
        fail(2, "usage", "file_share FOLDER PORT | HOST PORT NAME");
    int folder = open(argv[1], O_RDONLY | O_DIRECTORY);
    if (folder < 0) fail(2, "no folder", strerror(errno));
    // whoever has left is an error to report, not one to die of
    signal(SIGPIPE, SIG_IGN);
    if (argc == 3) serve(folder, port_of(argv[2], 0));
    if (!is_name(argv[4], strlen(argv[4])))
        fail(2, "name", "it should lead nowhere");
    fetch(folder, argv[2], port_of(argv[3], 1), argv[4]);
    return 0;
}
