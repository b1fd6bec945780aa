// Each line of stdin should be a URL. We name its parts, and those
// that go without saying.  ./url_split < LINES
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Cuts the text at the first of these; what stood behind it, or NULL.
static char *cut(char *text, const char *these) {
    char *at = strpbrk(text, these);
    if (!at) return NULL;
    *at = 0;
    return at + 1;
}

static int is_scheme(const char *text) {
    if (!isalpha((unsigned char)*text)) return 0;
    for (; *text; text++)
        if (!isalnum((unsigned char)*text) && !strchr("+.-", *text))
            return 0;
    return 1;
}

static int is_port(const char *text) {
    size_t length = strlen(text);
    return length >= 1 && length <= 5 &&
           strspn(text, "0123456789") == length && atoi(text) <= 65535;
}

static int is_ipv6(const char *text) {
    return strspn(text, "0123456789abcdefABCDEF:") == strlen(text);
}

static const char *usual_port(const char *scheme) {
    if (strcmp(scheme, "http") == 0) return "80";
    if (strcmp(scheme, "https") == 0) return "443";
    return strcmp(scheme, "ftp") == 0 ? "21" : NULL;
}

static void print_part(const char *name, const char *value) {
    if (value) printf("%s %s\n", name, value);
}

static int split(char *url) {
    // from the outside in: no part is looked for inside another
    char *fragment = cut(url, "#");
    char *query = cut(url, "?");
    char *rest = strstr(url, "://");
    if (!rest) return 0;
    *rest = 0;
    char *authority = rest + 3;
    char *path = cut(authority, "/");

    char *user = NULL, *host = authority, *at = strchr(host, '@');
    if (at) {
        *at = 0;
        user = host;
        host = at + 1;
    }
    const char *port = usual_port(url);
    char *end = *host == '[' ? strchr(host, ']') : NULL;
    if (*host == '[' && !end) return 0;
    char *colon = strchr(end ? end : host, ':');
    if (end && end[1] != 0 && end + 1 != colon) return 0;
    if (colon) {
        *colon = 0;
        port = colon + 1;
        if (!is_port(port)) return 0;
    }
    if (end) {
        *end = 0;
        host++;
        if (!is_ipv6(host)) return 0;
    } else if (strpbrk(host, "@[]")) {
        return 0;
    }
    if (!is_scheme(url) || *host == 0) return 0;

    print_part("scheme", url);
    print_part("user", user);
    print_part("host", host);
    print_part("port", port);
    printf("path /%s\n", path ? path : ""); // cut took its slash
    print_part("query", query);
    print_part("fragment", fragment);
    return 1;
}

int main(void) {
    char *line = NULL;
    size_t size = 0;
    int status = 0;
    while (getline(&line, &size, stdin) > 0) {
        line[strcspn(line, "\r\n")] = 0;
        if (!split(line)) {
            printf("bad\n");
            status = 1;
        }
        printf("\n");
    }
    free(line);
    return status;
}
