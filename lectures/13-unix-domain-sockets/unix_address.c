// The structure of the slide, as it stands in <sys/un.h>: a family and
// room for a path. How much room differs from system to system, and
// POSIX names no number. (Linux only.)
// Slides: E-44c
#include <stddef.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>

#ifdef __linux__
static int all_as_expected = 1;

static void saw(const char *what, size_t expected, size_t seen) {
    printf("%s: expected %zu, saw %zu\n", what, expected, seen);
    all_as_expected &= expected == seen;
}

int main(void) {
    struct sockaddr_un address;
    saw("bytes in sun_family", 2, sizeof address.sun_family);
    saw("bytes in sun_path", 108, sizeof address.sun_path);
    saw("bytes in sockaddr_un", 110, sizeof address);
    saw("bytes in sockaddr", 16, sizeof(struct sockaddr));
    return !all_as_expected;
}
#else
int main(void) {
    printf("these numbers are those of Linux\n");
    return 0;
}
#endif
