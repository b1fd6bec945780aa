"""The slides' client ends the conversation with a write of 0 bytes.
On a stream that sends nothing at all: the reader goes on waiting,
until the writer ends its direction.
"""
# Slides: E-63a E-63b
# Claims: 83
import socket
import sys


def reading(end, at_most):
    """In Python, no bytes are two answers, as in C."""
    try:
        data = end.recv(at_most)
    except TimeoutError:
        return "nothing"
    if not data and at_most > 0:
        return "the end"
    return f"{len(data)} bytes"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


with socket.create_server(("127.0.0.1", 0)) as listening:
    client = socket.create_connection(listening.getsockname())
    server, _ = listening.accept()
    server.settimeout(0.2)

    # tag::zero[]
    client.sendall(b"")  # <.>
    # end::zero[]
    print("0 bytes are written")
    saw("200 ms of reading", "nothing", reading(server, 80))

    client.sendall(b"ok")
    print("2 bytes are written")
    saw("a read of 0", "0 bytes", reading(server, 0))
    saw("a read of 80", "2 bytes", reading(server, 80))

    # tag::end[]
    client.shutdown(socket.SHUT_WR)  # <.>
    # end::end[]
    print("the writer ends its direction")
    saw("a read of 80", "the end", reading(server, 80))
    saw("and once more", "the end", reading(server, 80))

    client.close()
    server.close()
