// The file of a socket: bind makes it, close does not take it away.
// What stays behind is a name that nobody answers to, and that nobody
// else can have.
// Slides: E-07c E-07e E-44c
// Claims: 36
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static struct sockaddr_un address = {.sun_family = AF_UNIX};
static const char *file = address.sun_path;
static int all_as_expected = 1;

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("  %s: expected %s, saw %s\n", what, expected, seen);
    all_as_expected &= !strcmp(expected, seen);
}

static int unix_socket(void) {
    return must("socket", socket(AF_UNIX, SOCK_STREAM, 0));
}

static const char *opened(void) {
    int number = open(file, O_RDONLY);
    if (number >= 0) close(number);
    return number < 0 ? "an error" : "opened";
}

static const char *called(void) {
    int s = unix_socket();
    int failed = connect(s, (struct sockaddr *)&address,
                         sizeof address) < 0 ? errno : 0;
    close(s);
    return !failed ? "connected" : failed == ECONNREFUSED ? "refused"
        : failed == ENOENT ? "no such file" : strerror(failed);
}

static const char *bound(void) {
    int s = unix_socket();
    int failed = bind(s, (struct sockaddr *)&address,
                      sizeof address) < 0 ? errno : 0;
    close(s);
    return !failed ? "fine" : failed == EADDRINUSE ? "in use"
        : strerror(failed);
}

// What stat says of the file, if there is one.
static const char *yes_if(mode_t kind) {
    struct stat is;
    if (stat(file, &is) < 0) return "no";
    return !kind || (is.st_mode & S_IFMT) == kind ? "yes" : "no";
}

int main(void) {
    char folder[] = "/tmp/lecture-13-XXXXXX";
    if (!mkdtemp(folder)) must("mkdtemp", -1);
    snprintf(address.sun_path, sizeof address.sun_path,
             "%s/hello.sock", folder);

    printf("a server is bound to the path\n");
    int server = unix_socket();
    must("bind", bind(server, (struct sockaddr *)&address,
                      sizeof address));
    must("listen", listen(server, 5));
    struct stat is;
    must("stat", stat(file, &is));
    char length[32];
    snprintf(length, sizeof length, "%ld", (long)is.st_size);
    saw("is there a file", "yes", yes_if(0));
    saw("is it a regular one", "no", yes_if(S_IFREG));
    saw("its length in bytes", "0", length);
    saw("opening it like a file", "an error", opened());
    saw("a client is", "connected", called());
    saw("another server's bind", "in use", bound());

    printf("the server has closed\n");
    close(server);
    saw("is there a file", "yes", yes_if(0));
    saw("a client is", "refused", called());
    saw("another server's bind", "in use", bound());

    printf("the file is deleted\n");
    must("unlink", unlink(file));
    saw("a client finds", "no such file", called());
    saw("another server's bind", "fine", bound());

    printf("somebody's text has that name\n");
    must("unlink", unlink(file));
    char text[16] = "";
    int number = must("open", open(file, O_RDWR | O_CREAT, 0600));
    must("write", write(number, "precious", 8));
    saw("a client is", "refused", called());
    saw("a server's bind", "in use", bound());
    must("pread", pread(number, text, sizeof text - 1, 0));
    saw("the text is", "precious", text);
    close(number);

    must("unlink", unlink(file));
    must("rmdir", rmdir(folder));
    return !all_as_expected;
}
