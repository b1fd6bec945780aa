// One function copies from file to file, to a socket and from a
// socket: it only knows descriptors. Then the three places where the
// likeness ends: there is no going back, silence is not the end, and
// the end is something that the other side says.
// Slides: E-05a E-05b E-05c P-03b K-02a E-34d E-34e
// Claims: 2 4
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

// tag::copy[]
static int copy(int from, int to) {
    char some[8]; // <.>
    int all = 0, n;
    while ((n = must("read", read(from, some, sizeof some))) > 0) {
        all += n;
        for (int done = 0; done < n;)
            done += must("write",
                         write(to, some + done, n - done)); // <.>
    }
    return all;
}
// end::copy[]

static void saw(const char *what, const char *expected,
                const char *seen) {
    printf("%s: expected %s, saw %s\n", what, expected, seen);
    if (strcmp(expected, seen) != 0) exit(1);
}

static void counted(const char *what, int expected, int seen) {
    printf("%s: expected %d, saw %d\n", what, expected, seen);
    if (seen != expected) exit(1);
}

static int file(const char *text) {
    char name[] = "/tmp/fileXXXXXX";
    int made = must("mkstemp", mkstemp(name));
    unlink(name); // it lives on until we close it
    must("write", write(made, text, strlen(text)));
    must("lseek", lseek(made, 0, SEEK_SET));
    return made;
}

static const char *seek(int file) {
    return lseek(file, 0, SEEK_SET) == 0 ? "true" : "false";
}

static const char *end(int socket) {
    char byte;
    int n = read(socket, &byte, 1);
    if (n < 0) return errno == EAGAIN ? "waits" : strerror(errno);
    return n == 0 ? "the end" : "a byte";
}

int main(void) {
    int first = file("a file, or is it a socket?");
    int second = file(""), third = file("");

    struct sockaddr_in here = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&here;
    socklen_t size = sizeof here;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 1));
    must("getsockname", getsockname(server, name, &size));
    int near = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(near, name, size));
    int far = must("accept", accept(server, NULL, NULL));

    // tag::use[]
    counted("bytes, file to file", 26, copy(first, second));
    must("lseek", lseek(second, 0, SEEK_SET));
    counted("bytes, file to socket", 26, copy(second, near));
    must("shutdown", shutdown(near, SHUT_WR)); // <.>
    counted("bytes, socket to file", 26, copy(far, third));
    // end::use[]
    char a[26], b[26];
    must("lseek", lseek(first, 0, SEEK_SET));
    must("lseek", lseek(third, 0, SEEK_SET));
    must("read", read(first, a, sizeof a));
    must("read", read(third, b, sizeof b));
    saw("the last file is the first again", "true",
        memcmp(a, b, sizeof a) == 0 ? "true" : "false");

    // tag::seek[]
    saw("back to the beginning, in a file", "true", seek(first));
    saw("back to the beginning, in a socket", "false", seek(near));
    // end::seek[]

    // tag::silence[]
    struct timeval moment = {.tv_usec = 50000};
    setsockopt(near, SOL_SOCKET, SO_RCVTIMEO, &moment, sizeof moment);
    saw("nothing there, and the other is silent", "waits", end(near));
    must("shutdown", shutdown(far, SHUT_WR));
    saw("nothing there, and the other has finished", "the end",
        end(near));
    // end::silence[]
    int all[] = {near, far, server, first, second, third};
    for (int i = 0; i < 6; i++) close(all[i]);
    return 0;
}
