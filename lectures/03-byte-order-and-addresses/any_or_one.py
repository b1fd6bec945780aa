"""INADDR_ANY is reached at each address of the machine, 127.59.69.7 at
none but itself. And port 0 becomes a port. Linux, where all of
127.x.y.z is this machine; others have 127.0.0.1 only.
"""
# Slides: E-45a E-45b E-45e E-45f
# Claims: 38 39
import socket
import sys


def saw(what, expected, seen):
    print(f"  {what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


# To port 0, so the system chooses.
def bound(address):
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind((address, 0))
    server.listen(5)
    port = server.getsockname()[1]
    saw("the port is", "not 0", "not 0" if port else "0")
    return server


def called(server, address, expected):
    seen = "connected"
    try:
        port = server.getsockname()[1]
        socket.create_connection((address, port), 3).close()
    except ConnectionRefusedError:
        seen = "refused"
    saw(f"called at {address}", expected, seen)


if sys.platform != "linux":
    print("only on Linux: elsewhere it is 127.0.0.1 alone")
    sys.exit(0)

print("example I, bound to any address")
with bound("0.0.0.0") as any_address:
    called(any_address, "127.0.0.1", "connected")
    called(any_address, "127.0.0.2", "connected")
    called(any_address, "127.59.69.7", "connected")
print("example II, bound to 127.59.69.7")
with bound("127.59.69.7") as one:
    called(one, "127.0.0.1", "refused")
    called(one, "127.0.0.2", "refused")
    called(one, "127.59.69.7", "connected")
