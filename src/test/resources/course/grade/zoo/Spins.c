// Tries: to work for ever and to be deaf to whoever asks it to end; gives up after 20 s.
// Solves: GreetingServer
// Marks: 0
// Must not: hold up the grading.
#include <signal.h>
#include <stdio.h>
#include <time.h>

int main(void) {
    signal(SIGTERM, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    puts("deaf");
    fflush(stdout);
    for (time_t until = time(NULL) + 20; time(NULL) < until;) continue;
    return 5;
}
