// A program that makes a sockaddr_in of an address and a port, and an
// address and a port of a sockaddr_in, for machines of either order.
// Only the family depends on the machine. No struct is used: the one of
// this machine would be in this machine's order.
// ./sockaddr_in little|big
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INET = 2, SIZE = 16 };

static int line_number;

static void refuse(const char *reason) {
    fflush(stdout);
    fprintf(stderr, "line %d: %s\n", line_number, reason);
    exit(1);
}

// A number at the beginning of a text, and what must stand behind it.
static int up_to(int most, const char **text, char behind) {
    size_t length = strspn(*text, "0123456789");
    if (length < 1 || length > 5 || (*text)[length] != behind)
        refuse("not a number where one should be");
    long number = strtol(*text, NULL, 10);
    if (number > most) refuse("the number is too large");
    *text += length + 1;
    return number;
}

static void encode(const char *name, int family_at) {
    uint8_t bytes[SIZE] = {0};
    bytes[family_at] = INET;
    for (int i = 0; i < 4; i++)
        bytes[4 + i] = up_to(255, &name, i < 3 ? '.' : ' ');
    int port = up_to(65535, &name, 0);
    bytes[2] = port >> 8;
    bytes[3] = port;
    for (int i = 0; i < SIZE; i++)
        printf(i ? " %02x" : "%02x", bytes[i]);
    printf("\n");
}

static void decode(const char *hex, int family_at) {
    uint8_t bytes[SIZE];
    if (strlen(hex) != 3 * SIZE - 1) refuse("not sixteen bytes");
    for (int i = 0; i < SIZE; i++) {
        const char *two = hex + 3 * i;
        if (strspn(two, "0123456789abcdef") != 2
            || (i < SIZE - 1 && two[2] != ' '))
            refuse("not bytes in hex");
        bytes[i] = strtol(two, NULL, 16);
    }
    if (bytes[family_at] != INET || bytes[1 - family_at] != 0)
        refuse("not of family AF_INET");
    printf("%d.%d.%d.%d port %d\n", bytes[4], bytes[5], bytes[6],
           bytes[7], bytes[2] << 8 | bytes[3]);
}

int main(int argc, char **argv) {
    const char *word = argc == 2 ? argv[1] : "";
    if (strcmp(word, "little") != 0 && strcmp(word, "big") != 0) {
        fprintf(stderr, "order: say little or big\n");
        return 2;
    }
    // Of the two bytes of the family, where the 2 stands.
    int family_at = *word == 'l' ? 0 : 1;
    char line[128];
    while (fgets(line, sizeof line, stdin)) {
        line_number++;
        line[strcspn(line, "\r\n")] = 0;
        if (strncmp(line, "encode ", 7) == 0)
            encode(line + 7, family_at);
        else if (strncmp(line, "decode ", 7) == 0)
            decode(line + 7, family_at);
        else
            refuse("neither encode nor decode");
    }
    return 0;
}
