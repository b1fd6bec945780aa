// Marks: 19 of 20
// Fails: tooLong
// Comment: strncpy keeps you from writing beyond the array, and cuts
//   the rest off without a word: you listen at a path that nobody
//   asked for. Compare the length, and say no.
// An echo server with a file name for its address. It cleans up after
// a dead server, never after a live one.  ./unix_echo PATH [COUNT]
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(1);
}

// Of a link, the link itself: it is somebody's.
static int is_socket(const char *path) {
    struct stat is;
    return lstat(path, &is) == 0 && S_ISSOCK(is.st_mode);
}

// Only a refusal says that. Any other failure says nothing.
static int nobody_answers(struct sockaddr_un *address) {
    int caller = socket(AF_UNIX, SOCK_STREAM, 0);
    int refused = connect(caller, (struct sockaddr *)address,
                          sizeof *address) < 0
        && errno == ECONNREFUSED;
    close(caller);
    return refused;
}

static void serve(int client) {
    char data[65536];
    for (;;) {
        ssize_t n = read(client, data, sizeof data);
        if (n <= 0) return;
        for (ssize_t sent = 0, w; sent < n; sent += w) {
            w = write(client, data + sent, n - sent);
            if (w < 0) return;
        }
    }
}

int main(int argc, char **argv) {
    const char *path = argv[1];
    int count = argc > 2 ? atoi(argv[2]) : -1;
    signal(SIGPIPE, SIG_IGN);
    // of a child that nobody waits for, the system makes an end; of
    // children that are counted, we do
    if (count < 0) signal(SIGCHLD, SIG_IGN);

    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);

    int server = socket(AF_UNIX, SOCK_STREAM, 0);
    if (server < 0) fail("socket", strerror(errno));
    if (is_socket(path) && nobody_answers(&address)) unlink(path);
    // before bind, so that there is no moment for anybody else
    umask(0177);
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0)
        fail("bind", strerror(errno));
    if (listen(server, 50) < 0) fail("listen", strerror(errno));
    printf("listening on %s\n", path);
    fflush(stdout);

    for (int n = 0; n != count; n++) {
        int client = accept(server, NULL, NULL);
        if (client < 0) fail("accept", strerror(errno));
        if (fork() == 0) {
            close(server);
            serve(client);
            return 0;
        }
        close(client);
    }
    unlink(path);
    close(server);
    while (wait(NULL) > 0) continue;
    return 0;
}
