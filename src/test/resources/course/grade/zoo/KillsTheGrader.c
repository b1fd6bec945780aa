// Tries: to end and to trace a process of the grader's user; and, where it sees that it is alone,
// all that there are.
// Solves: GreetingServer
// Marks: 0
// Must not: reach that process.
#include <signal.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <unistd.h>

int main(void) {
    if (ptrace(PTRACE_SEIZE, @PID@, 0, 0) == 0) puts("ESCAPED: traces");
    if (kill(@PID@, SIGKILL) == 0) puts("ESCAPED: kills");
    if (getpid() < 9 && access("/root", F_OK) != 0) kill(-1, SIGKILL);
    puts("still here");
    return 5;
}
