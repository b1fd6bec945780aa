// Two processes talk. One listens, starts the other and tells it a
// number, the port; nothing else connects them.
//   ./two_processes [COMMAND...]   starts COMMAND PORT, or itself
//   ./two_processes PORT           is the other one
// Slides: E-02a E-07a U-03b U-04d U-04g K-02b K-02c P-03c R-04b E-34c
// Claims: 1 5
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *call, const char *reason) {
    fprintf(stderr, "%s: %s\n", call, reason);
    exit(1);
}

static int must(const char *call, int result) {
    if (result < 0) fail(call, strerror(errno));
    return result;
}

// accept and read wait so long for the other, and no longer.
static void is_patient(int socket) {
    struct timeval patience = {.tv_sec = 10};
    must("setsockopt", setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO,
                                  &patience, sizeof patience));
}

static struct sockaddr_in loopback(int port) {
    return (struct sockaddr_in){
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

// tag::talk[]
static void says(int other) {
    char line[64];
    int n = snprintf(line, sizeof line, "hello from pid %d\n",
                     getpid());
    must("write", write(other, line, n)); // <.>
}

static void hears(int other, char *line, size_t size) {
    size_t n = 0;
    is_patient(other);
    while (n < size - 1 && must("read", read(other, line + n, 1)) > 0
           && line[n] != '\n')
        n++; // <.>
    line[n] = 0;
    if (n == 0) fail("read", "nothing came");
    printf("pid %d hears: %s\n", getpid(), line);
    fflush(stdout);
}
// end::talk[]

static void listens(char **command, int words, int itself) {
    // tag::listen[]
    struct sockaddr_in here = loopback(0);
    socklen_t size = sizeof here;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, (struct sockaddr *)&here, size));
    must("listen", listen(server, 1)); // <.>
    must("getsockname",
         getsockname(server, (struct sockaddr *)&here, &size));
    int port = ntohs(here.sin_port);
    // end::listen[]
    printf("pid %d listens on port %d and starts", getpid(), port);
    for (int i = 0; i < words && !itself; i++)
        printf(" %s", command[i]);
    printf("%s\n", itself ? " itself again" : "");
    fflush(stdout);

    // tag::start[]
    char number[8], *arguments[words + 2];
    snprintf(number, sizeof number, "%d", port);
    memcpy(arguments, command, words * sizeof *command);
    arguments[words] = number; // <.>
    arguments[words + 1] = NULL;
    // The other shall have our number, and not our socket.
    must("fcntl", fcntl(server, F_SETFD, FD_CLOEXEC));
    pid_t child = must("fork", fork());
    if (child == 0) {
        execvp(arguments[0], arguments);
        fprintf(stderr, "start: %s\n", strerror(errno));
        _exit(1);
    }
    // end::start[]

    // tag::accept[]
    is_patient(server);
    int other = must("accept", accept(server, NULL, NULL)); // <.>
    // end::accept[]
    char heard[64], mine[64];
    hears(other, heard, sizeof heard);
    says(other);
    close(other);
    close(server);

    waitpid(child, NULL, 0);
    snprintf(mine, sizeof mine, "hello from pid %d", getpid());
    int one = strcmp(heard, mine) == 0;
    printf("one process alone: expected no, saw %s\n",
           one ? "yes" : "no");
    exit(one);
}

static void calls(int port) {
    // tag::connect[]
    struct sockaddr_in there = loopback(port);
    int other = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(other, (struct sockaddr *)&there,
                            sizeof there)); // <.>
    // end::connect[]
    char heard[64];
    says(other);
    hears(other, heard, sizeof heard);
    close(other);
}

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN);
    if (argc == 2 && strspn(argv[1], "0123456789") == strlen(argv[1]))
        calls(atoi(argv[1]));
    else if (argc > 1)
        listens(argv + 1, argc - 1, 0);
    else
        listens(argv, 1, 1);
    return 0;
}
