"""Five writes of 512 bytes, and one read that asks for all 2560. It
gets what is there: sometimes one write's bytes, sometimes all five.
How they were written, nobody can see.
"""
# Slides: E-73a K-16b K-16c R-13a R-14a
# Claims: 80 81
import socket
import sys
import time


def await_arrival(end, count):
    """MSG_PEEK: a read that leaves the bytes where they are."""
    deadline = time.monotonic() + 2
    while (len(end.recv(count, socket.MSG_PEEK)) < count
           and time.monotonic() < deadline):
        pass


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


with socket.create_server(("127.0.0.1", 0)) as listening:
    client = socket.create_connection(listening.getsockname())
    server, _ = listening.accept()
    server.settimeout(2)
    block = bytes(512)

    print("512 bytes are written, once")
    client.sendall(block)
    # tag::once[]
    data = server.recv(2560)  # <.>
    # end::once[]
    saw("one read of 2560", 512, len(data))

    print("512 bytes are written, four times more")
    for _ in range(4):
        client.sendall(block)
    # tag::loop[]
    chunk = data
    while chunk and len(data) < 2560:
        chunk = server.recv(2560 - len(data))  # <.>
        data += chunk
    # end::loop[]
    saw("reads in a loop, until 2560 are there", 2560, len(data))

    print("512 bytes are written, five times; all arrive")
    for _ in range(5):
        client.sendall(block)
    await_arrival(server, 2560)
    saw("one read of 100", 100, len(server.recv(100)))
    saw("one read of 2560", 2460, len(server.recv(2560)))

    client.close()
    server.close()
