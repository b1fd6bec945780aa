// Tries: to print a million lines.
// Solves: GreetingServer
// Marks: 0
// Must not: fill the grader's memory, nor the report.
#include <stdio.h>

int main(void) {
    for (int line = 0; line < 1000000; line++) puts("flood, flood, flood");
    puts("enough");
    return 5;
}
