// One variable, and somebody else adds 1 to it: once a child process,
// once a thread. Who sees it?
// Slides: E-16b E-65b
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int count = 0;

static void *add(void *unused) {
    count++;
    return unused;
}

static void saw(const char *what, int expected) {
    printf("%s: expected %d here, saw %d\n", what, expected, count);
    if (count != expected) exit(1);
}

int main(void) {
    // tag::process[]
    pid_t child = fork();
    if (child < 0) return 1;
    if (child == 0) {
        add(NULL);
        _exit(count == 1 ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    // end::process[]
    printf("in the child: expected status 0, saw status %d\n", status);
    if (status != 0) return 1;
    saw("a child process has added 1", 0);

    // tag::thread[]
    pthread_t thread;
    if (pthread_create(&thread, NULL, add, NULL) != 0) return 1;
    pthread_join(thread, NULL);
    // end::thread[]
    saw("a thread has added 1", 1);
    return 0;
}
