// The client on the slide reads the reply into the buffer from which
// it had sent, and prints the buffer. A reply shorter than the message
// leaves the rest of the message standing.
// Slides: E-38a
// Claims: 86
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    char data[512] = {0};
    sprintf(data, "hello server");

    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int server = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(server, name, size) < 0 || listen(server, 5) < 0) return 1;
    getsockname(server, name, &size);
    int client = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(client, name, size) < 0) return 1;
    int peer = accept(server, NULL, NULL);

    if (write(peer, "ok", 2) != 2) return 1;
    int n = read(client, data, sizeof data);
    printf("the server sent:    ok\n");
    printf("read says:          %d bytes\n", n);
    printf("the buffer prints:  %s\n", data);
    printf("the bytes read are: %.*s\n", n, data);

    close(peer);
    n = read(client, data, sizeof data);
    printf("the server closed\n");
    if (n == 0) printf("read says:          end of stream\n");
    else printf("read says:          %d bytes\n", n);
    printf("the buffer prints:  %s\n", data);
    close(client);
    close(server);
    return 0;
}
