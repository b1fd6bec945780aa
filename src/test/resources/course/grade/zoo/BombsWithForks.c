// Tries: to start processes, and has them start processes, 400 in all.
// Solves: GreetingServer
// Marks: 0
// Must not: leave one behind.
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    signal(SIGCHLD, SIG_IGN);
    for (int child = 0; child < 200; child++) {
        pid_t pid = fork();
        if (pid < 0) break;
        if (pid == 0) {
            setsid();
            if (fork() == 0) setsid();
            execlp("sleep", "sleep", "20.@MARK@", NULL);
            return 1;
        }
    }
    puts("no more");
    return 5;
}
