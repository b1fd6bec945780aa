// Marks: 18 of 20
// Fails: lines
// Skips: nothing
// Comment: You cut off the last character of each line, and take it for
//   the line feed. The last line need not have one: then you cut off a
//   digit.
// A program that answers for machines of either byte order.
// ./host_to_network little|big
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum order { LITTLE, BIG };

static void fail_at(int line, const char *reason) {
    fflush(stdout);
    fprintf(stderr, "line %d: %s\n", line, reason);
    exit(1);
}

// The bytes in which a machine of this order keeps a number.
static void put(uint8_t *bytes, int size, uint32_t number,
                enum order order) {
    for (int i = 0; i < size; i++)
        bytes[order == BIG ? size - 1 - i : i] = number >> 8 * i;
}

// What a machine of this order reads in these bytes.
static uint32_t get(const uint8_t *bytes, int size, enum order order) {
    uint32_t number = 0;
    for (int i = 0; i < size; i++)
        number = number << 8 | bytes[order == BIG ? i : size - 1 - i];
    return number;
}

static void answer(const char *line, int count, enum order machine) {
    static const char *calls[] = {"htons", "ntohs", "htonl", "ntohl"};
    int call = 0;
    while (call < 4 && (strncmp(line, calls[call], 5) != 0
                        || line[5] != ' ')) call++;
    if (call == 4) fail_at(count, "not a call");
    const char *digits = line + 6;
    size_t length = strspn(digits, "0123456789");
    if (length == 0 || length > 10 || digits[length])
        fail_at(count, "not a number");
    int size = call < 2 ? 2 : 4;
    unsigned long long number = strtoull(digits, NULL, 10);
    if (number >= 1ull << 8 * size) fail_at(count, "too large");

    uint8_t bytes[4];
    int to_network = call % 2 == 0;
    put(bytes, size, number, to_network ? BIG : machine);
    uint32_t result = get(bytes, size, to_network ? machine : BIG);
    put(bytes, size, result, machine);
    printf("%s(%llu) = %u, memory", calls[call], number, result);
    for (int i = 0; i < size; i++) printf(" %02x", bytes[i]);
    printf("\n");
}

int main(int argc, char **argv) {
    const char *word = argc == 2 ? argv[1] : "";
    if (strcmp(word, "little") != 0 && strcmp(word, "big") != 0) {
        fprintf(stderr, "order: say little or big\n");
        return 2;
    }
    char line[128];
    for (int count = 1; fgets(line, sizeof line, stdin); count++) {
        line[strlen(line) - 1] = 0;
        answer(line, count, *word == 'b' ? BIG : LITTLE);
    }
    return 0;
}
