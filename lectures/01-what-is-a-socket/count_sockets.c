// Linux only, for it looks into /proc: there each socket that this
// process holds is an entry among its open files. Nobody but us makes
// one, and what we do not close stays.
// Slides: P-03b R-04d U-06c
// Claims: 2 9
#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *FOLDER = "/proc/self/fd";

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// tag::count[]
static int sockets(void) {
    DIR *entries = opendir(FOLDER);
    int found = 0;
    struct dirent *entry;
    while (entries && (entry = readdir(entries))) {
        struct stat file;
        // The name of an entry is the number of the descriptor.
        if (fstat(atoi(entry->d_name), &file) == 0
            && entry->d_name[0] != '.' && S_ISSOCK(file.st_mode))
            found++;
    }
    closedir(entries);
    return found;
}
// end::count[]

static void saw(const char *what, int expected, int seen) {
    printf("%s: expected %d, saw %d\n", what, expected, seen);
    if (seen != expected) exit(1);
}

int main(void) {
    if (access(FOLDER, R_OK) != 0) {
        printf("this script needs Linux's /proc, and ends here\n");
        return 0;
    }
    struct sockaddr_in here = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&here;
    socklen_t size = sizeof here;

    int before = sockets();
    // tag::connection[]
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 1));
    saw("listening", 1, sockets() - before);
    must("getsockname", getsockname(server, name, &size));
    int near = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(near, name, size));
    int far = must("accept", accept(server, NULL, NULL));
    saw("and a connection, both its ends here", 3, sockets() - before);
    // end::connection[]

    // tag::one[]
    close(near);
    saw("one end closed", 2, sockets() - before);
    // end::one[]
    close(far);
    close(server);
    saw("all closed", 0, sockets() - before);

    // tag::many[]
    int many[50];
    for (int i = 0; i < 50; i++)
        many[i] = must("socket", socket(AF_INET, SOCK_DGRAM, 0));
    saw("fifty made, none closed", 50, sockets() - before);
    for (int i = 0; i < 50; i++) close(many[i]);
    saw("all closed", 0, sockets() - before);
    // end::many[]
    return 0;
}
