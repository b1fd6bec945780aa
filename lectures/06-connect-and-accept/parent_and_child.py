"""Two decks contradict each other: does an accepted socket get a port
of its own, or does it share the parent's? Three clients call, and we
ask each child for both ends of its connection.
"""
# Slides: E-14a E-14b E-14c R-12e U-20a U-20b U-20d U-21a U-21b U-21c
# Claims: 69 70 71
import socket
import sys


def end(address):
    return f"{address[0]} port {address[1]}"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


parent = socket.create_server(("127.0.0.1", 0), backlog=5)
door = end(parent.getsockname())
print("the parent listens on", door)

clients = []
children = []
pairs = set()
for number in 1, 2, 3:
    client = socket.create_connection(parent.getsockname())
    child, _ = parent.accept()
    clients.append(client)
    children.append(child)

    # tag::ends[]
    here = end(child.getsockname())
    there = end(child.getpeername())
    # end::ends[]
    print(f"child {number}, from {there}")
    saw("  its own end is", door, here)
    saw("  its other end is", end(client.getsockname()), there)
    pairs.add((here, there))
saw("different pairs of ends", "3", str(len(pairs)))

for number, child in enumerate(children, 1):
    child.sendall(str(number).encode())
heard = b"".join(client.recv(1) for client in clients)
saw("each child says its number, the clients hear",
    "123", heard.decode())

fourth = socket.create_connection(parent.getsockname())
child, peer = parent.accept()
saw("and the parent's next child is from",
    end(fourth.getsockname()), end(peer))
for s in *clients, *children, fourth, child, parent:
    s.close()
