// A socket belongs to its process from the first call on, and costs it
// a descriptor until close. What it lacks is an address: bind's gift.
// Slides: E-42a E-42c E-47c U-16a U-16d P-12a
// Claims: 52
#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *descriptors = "/proc/self/fd";

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

static const char *port(int server) {
    struct sockaddr_in name;
    socklen_t size = sizeof name;
    must("getsockname",
         getsockname(server, (struct sockaddr *)&name, &size));
    return name.sin_port ? "a port" : "no port";
}

// A descriptor is a number; what it stands for, Linux shows as a link.
static int sockets(void) {
    int found = 0;
    DIR *all = opendir(descriptors);
    for (struct dirent *one; (one = readdir(all)) != NULL;) {
        char link[16] = "";
        readlinkat(dirfd(all), one->d_name, link, sizeof link);
        found += strncmp(link, "socket:", 7) == 0;
    }
    closedir(all);
    return found;
}

static const char *more(int count) {
    static char text[32];
    snprintf(text, sizeof text, "%d more", count);
    return text;
}

int main(void) {
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    saw("after socket", "no port", port(server));

    struct sockaddr_in any_port = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    must("bind", bind(server, (struct sockaddr *)&any_port,
                      sizeof any_port));
    saw("after bind", "a port", port(server));

    if (access(descriptors, F_OK) == 0) {
        int before = sockets(), many[50];
        for (int i = 0; i < 50; i++)
            many[i] = must("socket", socket(AF_INET, SOCK_STREAM, 0));
        saw("50 sockets", "50 more", more(sockets() - before));
        for (int i = 0; i < 50; i++) close(many[i]);
        saw("all closed", "0 more", more(sockets() - before));
    } else {
        printf("no %s here: nothing is counted\n", descriptors);
    }
    close(server);
    return 0;
}
