// Each line of stdin should be an endpoint, host:port. We say what its
// host is, and its port, and ask nobody for either.
// ./parse_endpoint < LINES
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *DIGITS = "0123456789";
static const char *HEX_AND_COLONS = "0123456789abcdefABCDEF:";
static const char *NAME =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.";

static int only(const char *text, const char *these) {
    return text[strspn(text, these)] == 0;
}

// One to so many digits, and no more than the limit: else -1.
static int number(const char *text, size_t digits, int limit) {
    size_t length = strlen(text);
    if (length == 0 || length > digits || !only(text, DIGITS))
        return -1;
    int value = atoi(text);
    return value <= limit ? value : -1;
}

static int is_ipv4(char *host) {
    int count = 0;
    char copy[strlen(host) + 1];
    strcpy(copy, host);
    // strsep, for strtok would make one dot of two
    for (char *rest = copy, *one; (one = strsep(&rest, "."));) {
        int zero_in_front = one[0] == '0' && one[1] != 0;
        if (number(one, 3, 255) < 0 || zero_in_front) return 0;
        count++;
    }
    return count == 4;
}

static int is_name(const char *host) {
    size_t length = strlen(host);
    return length > 0 && only(host, NAME) && host[0] != '.' &&
           host[length - 1] != '.' && !strstr(host, "..");
}

static const char *kind(char *host, int bracketed) {
    if (bracketed) {
        const char *colon = strchr(host, ':');
        int two = colon && strchr(colon + 1, ':');
        return two && only(host, HEX_AND_COLONS) ? "IPv6" : NULL;
    }
    if (strchr(host, ':')) return NULL;
    if (only(host, "0123456789.")) return is_ipv4(host) ? "IPv4" : NULL;
    return is_name(host) ? "name" : NULL;
}

static int parse(char *line) {
    char *colon = strrchr(line, ':');
    if (!colon) return 0;
    int port = number(colon + 1, 5, 65535);
    *colon = 0;
    int bracketed = line[0] == '[' && colon > line && colon[-1] == ']';
    if (bracketed) {
        colon[-1] = 0;
        line++;
    }
    const char *family = kind(line, bracketed);
    if (port < 0 || !family) return 0;
    printf("%s %s port %d\n", family, line, port);
    return 1;
}

int main(void) {
    char *line = NULL;
    size_t size = 0;
    int status = 0;
    while (getline(&line, &size, stdin) > 0) {
        line[strcspn(line, "\r\n")] = 0;
        if (parse(line)) continue;
        printf("bad\n");
        status = 1;
    }
    free(line);
    return status;
}
