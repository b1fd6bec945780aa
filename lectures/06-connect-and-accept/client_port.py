"""A client's port: none when the socket is made, lent by the system at
connect, or chosen by bind, which one deck forbids and another takes
for connect.
"""
# Slides: K-14b P-12d U-23a U-23c U-23d R-10b R-11a E-54b
# Claims: 29 30 42
import socket
import sys


def yes(is_so):
    return "yes" if is_so else "no"


def port_of(s):
    port = s.getsockname()[1]
    return f"port {port}" if port else "no port"


def connected(s):
    try:
        s.getpeername()
        return True
    except OSError:
        return False


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


server = socket.create_server(("127.0.0.1", 0), backlog=5)
door = server.getsockname()
print("the server has port", door[1])

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
saw("a new socket has", "no port", port_of(client))
client.connect(door)
lent = client.getsockname()[1]
child, peer = server.accept()
saw("connected, the client has", f"port {peer[1]}", port_of(client))
saw("is that the server's port", "no", yes(lent == door[1]))
child.close()
client.close()

bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
bound.bind(("127.0.0.1", 0))
own = bound.getsockname()[1]
print("another client binds port", own)
saw("is it connected by that", "no", yes(connected(bound)))
bound.connect(door)
child, peer = server.accept()
saw("after connect the server sees", f"port {own}", f"port {peer[1]}")
child.close()
bound.close()
server.close()
