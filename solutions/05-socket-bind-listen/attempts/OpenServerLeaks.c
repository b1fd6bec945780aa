// Marks: 18 of 20
// Fails: givesBack
// Mistake: LEAK
// Comment: Each port that you try costs a socket, and only the last one
//   is used. The others stay with the process until it ends: close
//   what you could not bind.
// A server looks for a free port in a range, and says which it found.
// ./open_server [FIRST [LAST [BACKLOG]]]
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int number(const char *text, long missing, long least,
                  long most) {
    if (!text) return missing;
    char *end;
    long number = strtol(text, &end, 10);
    if (*text >= '0' && *text <= '9' && !*end && number >= least
        && number <= most)
        return number;
    fprintf(stderr, "%s is not a number from %ld to %ld\n", text,
            least, most);
    exit(2);
}

static int opened(int first, int last, int backlog) {
    int why = 0;
    for (int port = first; port <= last; port++) {
        struct sockaddr_in name = {
            .sin_family = AF_INET,
            .sin_port = htons(port),
            .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
        int server = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
        setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        if (bind(server, (struct sockaddr *)&name, sizeof name) == 0
            && listen(server, backlog) == 0)
            return server;
        why = errno;
    }
    fprintf(stderr, "bind: ports %d to %d: %s\n", first, last,
            strerror(why));
    exit(1);
}

int main(int argc, char **argv) {
    int first = number(argc > 1 ? argv[1] : NULL, 1234, 0, 65535);
    int last = number(argc > 2 ? argv[2] : NULL, first, first, 65535);
    int backlog = number(argc > 3 ? argv[3] : NULL, 5, 1, 65535);
    signal(SIGPIPE, SIG_IGN);
    int server = opened(first, last, backlog);

    struct sockaddr_in name;
    socklen_t length = sizeof name;
    getsockname(server, (struct sockaddr *)&name, &length);
    char line[32];
    snprintf(line, sizeof line, "port %d\n", ntohs(name.sin_port));
    printf("listening on 127.0.0.1 %s", line);
    fflush(stdout);
    for (;;) {
        int client = accept(server, NULL, NULL);
        if (client < 0) continue;
        if (write(client, line, strlen(line)) > 0) {
            // whatever it says, we wait for the end of it
            char words[4096];
            while (read(client, words, sizeof words) > 0) continue;
        }
        close(client);
    }
}
