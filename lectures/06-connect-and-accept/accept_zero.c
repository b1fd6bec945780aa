// accept promises a descriptor that is not negative. One deck says
// "never zero": but 0 is a descriptor like any other, if the shell's
// stdin is out of the way.
// Slides: U-19a U-19e U-23b
// Claims: 51
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int must(const char *call, int result) {
    if (result >= 0) return result;
    perror(call);
    exit(1);
}

int main(void) {
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("bind", bind(server, name, size));
    must("listen", listen(server, 5));
    must("getsockname", getsockname(server, name, &size));
    int client = must("socket", socket(AF_INET, SOCK_STREAM, 0));
    must("connect", connect(client, name, size));

    close(STDIN_FILENO);
    int child = must("accept", accept(server, NULL, NULL));
    printf("accept returns: expected 0, saw %d\n", child);

    char heard = 0;
    must("write", write(client, "!", 1));
    must("read", read(child, &heard, 1));
    printf("and it works: expected !, saw %c\n", heard);
    return child == 0 && heard == '!' ? 0 : 1;
}
