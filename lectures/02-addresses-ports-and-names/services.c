// /etc/services gives names to ports: a name, a port with its
// protocol, other names. We read the slide's lines and the machine's,
// and tell the difference.  ./services [FILE]
// Slides: E-33a E-33b
// Claims: 33
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *SLIDE[] = {
    "ftp     21/tcp",
    "Ssh     22/tcp  # SSH Remote Login Protocol",
    "Ssh     22/udp  # SSH Remote Login Protocol",
    "telnet  23/tcp",
    "smtp    25/tcp  mail",
    "smtp    25/udp  mail",
    "time    37/tcp  # time server",
    "time    37/udp  # time server",
    "whois++ 63/tcp  # nick name",
    "bootps  67/tcp  # BOOTP server",
    "bootpc  68/tcp  # BOOTP client",
    "gopher  70/tcp  # Internet Gopher",
    "gopher  70/udp",
    "finger  79/tcp",
    "http    80/tcp  # WorldWideWeb HTTP",
};

// tag::parse[]
struct service {
    char name[64], port[32];
};

static int service(const char *line, struct service *s) {
    char plain[512];
    unsigned number;
    snprintf(plain, sizeof plain, "%s", line);
    plain[strcspn(plain, "#")] = 0;
    if (sscanf(plain, "%63s %31s", s->name, s->port) != 2) return 0;
    return sscanf(s->port, "%u/%*1[a-z]", &number) == 1 &&
           strchr(s->port, '/') != NULL;
}
// end::parse[]

// Four numbers with dots between them.
static int address(const char *line) {
    unsigned n;
    char after;
    for (const char *at = line; *at && *at != '#'; at++)
        if (sscanf(at, "%1u.%u.%u.%1u%c", &n, &n, &n, &n, &after) >= 4)
            return 1;
    return 0;
}

static struct service here[20000];
static int known;

// What the machine calls this port; else what it knows by this name.
static void print_verdict(const struct service *wanted) {
    char others[200] = "";
    for (int i = 0; i < known; i++) {
        int same = strcmp(here[i].name, wanted->name) == 0;
        if (strcmp(here[i].port, wanted->port) == 0) {
            if (same) printf("the same\n");
            else printf("here %s\n", here[i].name);
            return;
        }
        size_t end = strlen(others);
        if (same)
            snprintf(others + end, sizeof others - end, " %s",
                     here[i].port);
    }
    if (*others) printf("here%s\n", others);
    else printf("not here\n");
}

int main(int argc, char **argv) {
    const char *name = argc > 1 ? argv[1] : "/etc/services";
    if (argc == 1 && access(name, F_OK) < 0) {
        printf("this machine has no /etc/services\n");
        return 0;
    }
    FILE *file = fopen(name, "r");
    if (!file) {
        fprintf(stderr, "open: %s cannot be read\n", name);
        return 1;
    }
    char line[512];
    int addresses = 0;
    while (known < 20000 && fgets(line, sizeof line, file)) {
        if (service(line, &here[known])) known++;
        addresses += address(line);
    }
    fclose(file);

    // tag::compare[]
    for (size_t i = 0; i < sizeof SLIDE / sizeof *SLIDE; i++) {
        struct service s;
        if (!service(SLIDE[i], &s)) continue;
        printf("%-8s%-7s ", s.name, s.port);
        print_verdict(&s);
    }
    // end::compare[]
    printf("lines with an IP address: expected 0, saw %d\n",
           addresses);
    return addresses > 0;
}
