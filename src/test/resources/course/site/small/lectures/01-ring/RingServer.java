///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Waits for one client & says "who" it was
// Slides: A-1
// Claims: 1

void main() throws IOException {
    // tag::socket[]
    ServerSocket bell = new ServerSocket(); // <.>
    // end::socket[]

    // tag::bind[]
    // tag::listen[]
    bell.bind(new InetSocketAddress("127.0.0.1", 1234), 5); // <.> <.>
    // end::listen[]
    // end::bind[]

    // tag::accept[]
    Socket guest = bell.accept();
    // end::accept[]
    IO.println("<" + guest + ">");
}
