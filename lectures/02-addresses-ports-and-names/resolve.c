// A name goes in, a list of addresses comes out, IPv4 and IPv6, or an
// error with a reason. What is an address already, is not looked up.
// ./resolve [NAME...]
// Slides: P-14a P-14b E-58a E-58b
// Claims: 31 32
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static void list(const char *label, struct addrinfo *found,
                 int family);

int main(int argc, char **argv) {
    char *names[] = {"localhost", "127.0.0.1", "::1", "no..such"};
    int count = argc > 1 ? argc - 1 : 4;
    for (int i = 0; i < count; i++) {
        char *name = argc > 1 ? argv[i + 1] : names[i];
        printf("%s\n", name);

        // tag::lookup[]
        struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
        int wrong = getaddrinfo(name, NULL, &hints, &found); // <.>
        // end::lookup[]
        if (wrong) {
            // tag::error[]
            printf("  %s\n", gai_strerror(wrong)); // <.>
            // end::error[]
            continue;
        }
        list("IPv4", found, AF_INET);
        list("IPv6", found, AF_INET6);
        freeaddrinfo(found);
    }
    return 0;
}

// tag::list[]
static void list(const char *label, struct addrinfo *found,
                 int family) {
    char number[NI_MAXHOST], before[NI_MAXHOST] = "";
    printf("  %s", label);
    for (struct addrinfo *a = found; a; a = a->ai_next) {
        if (a->ai_family != family) continue; // <.>
        if (getnameinfo(a->ai_addr, a->ai_addrlen, number,
                        sizeof number, NULL, 0, NI_NUMERICHOST))
            continue;
        if (strcmp(number, before) != 0) printf(" %s", number);
        strcpy(before, number);
    }
    printf(*before ? "\n" : " none\n");
}
// end::list[]
