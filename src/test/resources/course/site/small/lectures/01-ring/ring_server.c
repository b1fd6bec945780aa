// Waits for one client and says what it heard.
// Slides: A-1
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    // tag::socket[]
    int bell = socket(AF_INET, SOCK_STREAM, 0); // <.>
    // end::socket[]
    // tag::bind[]
    struct sockaddr_in door = {.sin_family = AF_INET,
        .sin_port = htons(1234)};
    if (bind(bell, (struct sockaddr *)&door, sizeof door) < 0) // <.>
        perror("bind");
    // end::bind[]
    // tag::listen[]
    listen(bell, 5);
    // end::listen[]
    // tag::accept[]
    int guest = accept(bell, NULL, NULL);
    // end::accept[]
    /* A comment that goes
       over two lines. */
    printf("<%d> & \"more\"\n", guest);
    close(guest);
}
