// The name of a socket is the path that it was bound to. A client has
// none, unless it binds. The name is for finding the server: once
// connected, nobody needs it, and it may be only so long.
// Slides: E-07c E-07e E-44c
// Claims: 36
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static char folder[] = "/tmp/lecture-13-XXXXXX";
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

static struct sockaddr_un in_folder(const char *name) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s/%s",
             folder, name);
    return address;
}

static int calling(int s, struct sockaddr_un a) {
    return connect(s, (struct sockaddr *)&a, sizeof a);
}

// The length that the system gives back tells whether there is a name.
static const char *name(int ask(int, struct sockaddr *, socklen_t *),
                        int s) {
    static struct sockaddr_un a;
    socklen_t size = sizeof a;
    must("name", ask(s, (struct sockaddr *)&a, &size));
    if (size <= offsetof(struct sockaddr_un, sun_path)) return "none";
    return a.sun_path[0] ? strrchr(a.sun_path, '/') + 1 : "none";
}

static const char *called(struct sockaddr_un address) {
    int s = unix_socket(), result = calling(s, address);
    close(s);
    return result < 0 ? "of no use" : "connected";
}

// The one who must look at the length is the program: what is cut off
// is another name.
static const char *bound(size_t length) {
    struct sockaddr_un a = in_folder("");
    size_t start = strlen(a.sun_path);
    if (length >= sizeof a.sun_path) return "too long";
    memset(a.sun_path + start, 'x', length - start);
    int s = unix_socket();
    must("bind", bind(s, (struct sockaddr *)&a, sizeof a));
    must("unlink", unlink(a.sun_path));
    close(s);
    return "fine";
}

int main(void) {
    if (!mkdtemp(folder)) must("mkdtemp", -1);
    struct sockaddr_un file = in_folder("hello.sock");
    int server = unix_socket();
    must("bind", bind(server, (struct sockaddr *)&file, sizeof file));
    must("listen", listen(server, 5));

    printf("a client connects\n");
    int client = unix_socket();
    must("connect", calling(client, file));
    int child = must("accept", accept(server, NULL, NULL));
    saw("it has called", "hello.sock", name(getpeername, client));
    saw("its own name", "none", name(getsockname, client));
    saw("the server sees", "none", name(getpeername, child));

    printf("a client binds, and connects\n");
    struct sockaddr_un own = in_folder("client.sock");
    int named = unix_socket();
    must("bind", bind(named, (struct sockaddr *)&own, sizeof own));
    must("connect", calling(named, file));
    int other = must("accept", accept(server, NULL, NULL));
    saw("the server sees", "client.sock", name(getpeername, other));

    printf("the server's file is renamed\n");
    struct sockaddr_un moved = in_folder("moved.sock");
    must("rename", rename(file.sun_path, moved.sun_path));
    saw("the old name is", "of no use", called(file));
    saw("the new name is", "connected", called(moved));
    saw("the server still calls itself", "hello.sock",
        name(getsockname, server));

    printf("the server's file is deleted\n");
    must("unlink", unlink(moved.sun_path));
    must("write", write(client, "still here", 10));
    char heard[11] = "";
    size_t length = 0;
    ssize_t n = 1;
    while (n > 0 && length < 10) {
        n = must("read", read(child, heard + length, 10 - length));
        length += n;
    }
    saw("the first client says", "still here", heard);

    printf("paths that are long\n");
    saw("100 bytes are", "fine", bound(100));
    saw("108 bytes are", "too long", bound(108));

    int all[] = {client, child, named, other, server};
    for (int i = 0; i < 5; i++) close(all[i]);
    must("unlink", unlink(own.sun_path));
    must("rmdir", rmdir(folder));
    return !all_as_expected;
}
