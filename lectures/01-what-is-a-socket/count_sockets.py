"""Linux only, for it looks into /proc: there each socket that this
process holds is an entry among its open files. Nobody but us makes
one, and what we do not close stays.
"""
# Slides: P-03b R-04d U-06c
# Claims: 2 9
import os
import socket
import sys

FOLDER = "/proc/self/fd"


# An entry is a link: to /dev/null, to a file, or to socket:[4711].
def is_socket(entry):
    try:
        return os.readlink(f"{FOLDER}/{entry}").startswith("socket:")
    except OSError:
        return False  # the list itself was open, and is no more


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


if not os.path.isdir(FOLDER):
    print("this script needs Linux's /proc, and ends here")
    sys.exit(0)


# tag::count[]
def sockets():
    return sum(is_socket(entry) for entry in os.listdir(FOLDER))
# end::count[]


before = sockets()
# tag::connection[]
server = socket.create_server(("127.0.0.1", 0), backlog=1)
saw("listening", 1, sockets() - before)
near = socket.create_connection(server.getsockname())
far, _ = server.accept()
saw("and a connection, both its ends here", 3, sockets() - before)
# end::connection[]

# tag::one[]
near.close()
saw("one end closed", 2, sockets() - before)
# end::one[]
far.close()
server.close()
saw("all closed", 0, sockets() - before)

# tag::many[]
many = [socket.socket(type=socket.SOCK_DGRAM) for _ in range(50)]
saw("fifty made, none closed", 50, sockets() - before)
for one in many:
    one.close()
saw("all closed", 0, sockets() - before)
# end::many[]
