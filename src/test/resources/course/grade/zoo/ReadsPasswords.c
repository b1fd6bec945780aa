// Tries: to read who has an account here, and their keys.
// Solves: GreetingServer
// Marks: 0
// Must not: open one of these files.
#include <stdio.h>

int main(void) {
    const char *wanted[] = {"/etc/passwd", "/etc/shadow", "/etc/group", "/root/.ssh/id_rsa",
        "/proc/kcore", "/dev/mem"};
    for (int i = 0; i < 6; i++) {
        FILE *file = fopen(wanted[i], "r");
        if (file != NULL) printf("ESCAPED: opens %s\n", wanted[i]);
    }
    puts("no accounts");
    return 5;
}
