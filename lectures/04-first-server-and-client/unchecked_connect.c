// What becomes of a client that ignores its failed connect. It
// writes into a connection that is none, and the system sends a signal
// that C programs die of. Java and Python have no such habit.
// Slides: E-38a
// Claims: 86
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

// Bound but not listening: this port stays ours, and refuses callers.
static struct sockaddr_in nobody_answers(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int silent = socket(AF_INET, SOCK_STREAM, 0);
    bind(silent, (struct sockaddr *)&address, size);
    getsockname(silent, (struct sockaddr *)&address, &size);
    return address;
}

int main(void) {
    struct sockaddr_in address = nobody_answers();

    // The slide's client lives in a child, so that we survive it.
    pid_t child = fork();
    if (child == 0) {
        int client = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(client, (struct sockaddr *)&address,
                    sizeof address) < 0)
            printf("connect: %s\n", strerror(errno));
        fflush(stdout);
        if (write(client, "hello server", 12) < 0)
            printf("write: %s\n", strerror(errno));
        return 0;
    }

    int status;
    waitpid(child, &status, 0);
    int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    printf("write: expected signal 13 (SIGPIPE), saw signal %d\n",
           signal);
    printf("a shell would call that exit status %d\n", 128 + signal);
    return signal == 13 ? 0 : 1;
}
