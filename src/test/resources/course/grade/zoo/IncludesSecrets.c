// Tries: to have the compiler read a file of the grader's, and tell it.
// Solves: GreetingServer
// Marks: 0
// Must not: have its words in a report.
#include "@SECRET@"
__asm__(".incbin \"@SECRET@\"");
#include "/etc/passwd"

int main(void) {
    return 5;
}
