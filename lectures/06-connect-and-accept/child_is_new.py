"""One deck calls the child a duplicate of the parent. It has some of
the parent's options, but not its job, not its way of waiting, and only
one life.
"""
# Slides: E-52c P-13a R-12b U-20c
# Claims: 72 77
import socket
import sys


def yes(is_so):
    return "yes" if is_so else "no"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def called(caller, address):
    try:
        caller.connect(address)
        return "connected"
    except ConnectionRefusedError:
        return "refused"
    except OSError:
        return "an error"


def buffer_of(s):
    return s.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)


parent = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
parent.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 5000)
parent.bind(("127.0.0.1", 0))
parent.listen(5)
door = parent.getsockname()
client = socket.create_connection(door)

# A non-blocking accept raises BlockingIOError if nobody is there. Here
# somebody is: connect has returned.
parent.setblocking(False)
child, _ = parent.accept()

saw("the child has the parent's receive buffer", "yes",
    yes(buffer_of(child) == buffer_of(parent)))
saw("the parent waits for nothing", "yes",
    yes(not parent.getblocking()))
saw("the child waits for nothing", "no",
    yes(not child.getblocking()))

parent.close()
child.sendall(b"!")
saw("the parent is closed, and the child says",
    "!", client.recv(1).decode())
saw("a new client is", "refused", called(socket.socket(), door))

other = socket.create_server(("127.0.0.1", 0))
elsewhere = other.getsockname()
saw("the child, connected, calls somebody else",
    "an error", called(child, elsewhere))
child.close()
saw("the child, closed, calls somebody else",
    "an error", called(child, elsewhere))
client.close()
other.close()
