// Tries: to print 64 megabytes in one line.
// Solves: GreetingServer
// Marks: 0
// Must not: fill the grader's memory, nor the report.
#include <stdio.h>
#include <string.h>

int main(void) {
    static char much[1 << 16];
    memset(much, 'x', sizeof much);
    for (int part = 0; part < 1024; part++) fwrite(much, 1, sizeof much, stdout);
    puts("\nenough");
    return 5;
}
