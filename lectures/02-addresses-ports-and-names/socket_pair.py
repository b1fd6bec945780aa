"""A connection is known by four numbers: an address and a port at
each end. We look at them from both ends, share three of the four,
and then try to have the same four twice.
"""
# Slides: K-03a K-03b P-04d P-06d P-06e E-24b
# Claims: 28 29 37 40 41
import socket
import sys

ANY = ("127.0.0.1", 0)


def tcp(reuse=False):
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, reuse)
    return s


def shown(end):
    return f"{end[0]} port {end[1]}"


def pair(s):
    return f"{shown(s.getsockname())} -> {shown(s.getpeername())}"


def saw(what, expected, seen):
    word = {True: "yes", False: "no"}
    print(f"{what}: expected {word[expected]}, saw {word[seen]}")
    if seen != expected:
        sys.exit(1)


# tag::bind[]
server = tcp()
saw("server has a port", False, server.getsockname()[1] > 0)
server.bind(ANY)
saw("server has a port after bind", True, server.getsockname()[1] > 0)
# end::bind[]
server.listen(5)
other = tcp()
other.bind(ANY)
other.listen(5)

# tag::connect[]
first = tcp(reuse=True)
saw("first has a port", False, first.getsockname()[1] > 0)
first.connect(server.getsockname())
saw("first has a port after connect", True, first.getsockname()[1] > 0)
second = tcp()
second.connect(server.getsockname())
# end::connect[]
print("first ", pair(first))
print("second", pair(second))
saw("same remote half", True,
    first.getpeername() == second.getpeername())
saw("same local half", False,
    first.getsockname() == second.getsockname())

# tag::names[]
accepted, peer = server.accept()
print("the server's end of first")
print("      ", pair(accepted))
saw("its remote half is first's local half", True,
    accepted.getpeername() == first.getsockname())
saw("its local half is first's remote half", True,
    accepted.getsockname() == first.getpeername())
# end::names[]

# Sharing a port on purpose must be allowed, by both who share it.
# tag::twice[]
third = tcp(reuse=True)
third.bind(first.getsockname())
third.connect(other.getsockname())
print("third, from first's port to another server")
print("      ", pair(third))
saw("same local half", True,
    third.getsockname() == first.getsockname())

fourth = tcp(reuse=True)
fourth.bind(first.getsockname())
print("fourth, from first's port to first's server")
connected = True
try:
    fourth.connect(server.getsockname())
except OSError as e:
    connected = False
    print("connect:", e.strerror)
saw("the same four twice", False, connected)
# end::twice[]
for s in (first, second, third, fourth, accepted, server, other):
    s.close()
