"""A new socket is an end without a line: no address, no partner. It
gets the first by bind, the second by connect. Here, as in C, the same
kind of socket takes one role or the other.
"""
# Slides: U-06b E-06a E-04b R-04a R-04e E-34a E-34b E-74b U-08a
# Claims: 3
import socket
import sys


def state(any_socket):
    # The system answers 0.0.0.0, port 0, which is nobody's address.
    address = any_socket.getsockname()[1] != 0
    try:
        partner = bool(any_socket.getpeername())
    except OSError:  # ENOTCONN: there is none
        partner = False
    return (("an" if address else "no") + " address, "
            + ("a" if partner else "no") + " partner")


def saw(what, expected, any_socket):
    seen = state(any_socket)
    print(f"{what}: expected {expected}; saw {seen}")
    if seen != expected:
        sys.exit(1)


# tag::socket[]
first = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
# end::socket[]
saw("a new socket", "no address, no partner", first)

# tag::bind[]
first.bind(("127.0.0.1", 0))
# end::bind[]
saw("bound", "an address, no partner", first)

# tag::listen[]
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 0))
server.listen(1)
# end::listen[]
saw("another, listening", "an address, no partner", server)

# tag::connect[]
first.connect(server.getsockname())
# end::connect[]
saw("the first, connected", "an address, a partner", first)

# tag::datagram[]
datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
# end::datagram[]
saw("a new datagram socket", "no address, no partner", datagrams)

first.close()
server.close()
datagrams.close()
