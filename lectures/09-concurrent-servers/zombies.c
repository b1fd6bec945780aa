// The slide's server never asks how its children have ended. So they
// cannot go: they have ended, and still stand in the process table.
// Slides: E-65a E-66a K-15d
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHILDREN = 3 };
static pid_t children[CHILDREN];

// Signal 0 is never delivered; it only asks whether there is somebody.
static int still_there(void) {
    int found = 0;
    for (int i = 0; i < CHILDREN; i++)
        if (kill(children[i], 0) == 0) found++;
    return found;
}

static void fork_all(void) {
    for (int i = 0; i < CHILDREN; i++) {
        children[i] = fork();
        if (children[i] < 0) exit(1);
        if (children[i] == 0) _exit(0);
    }
}

static void saw(const char *what, int expected) {
    int seen = still_there();
    printf("%s: expected %d there, saw %d\n", what, expected, seen);
    if (seen != expected) exit(1);
}

int main(void) {
    fork_all();
    // tag::look[]
    siginfo_t how; // WNOWAIT: wait until it has ended, and leave it
    for (int i = 0; i < CHILDREN; i++)
        waitid(P_PID, children[i], &how, WEXITED | WNOWAIT);
    // end::look[]
    saw("three children have ended, nobody has asked", 3);

    // tag::reap[]
    for (int i = 0; i < CHILDREN; i++) waitpid(children[i], NULL, 0);
    // end::reap[]
    saw("waitpid has asked for each", 0);

    // tag::ignore[]
    signal(SIGCHLD, SIG_IGN);
    // end::ignore[]
    fork_all();
    while (wait(NULL) > 0 || errno == EINTR) continue;
    saw("three more, and SIGCHLD ignored", 0);
    return 0;
}
