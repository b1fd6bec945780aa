"""A pipe has an end to write into and an end to read from. Each end
of a connection is for both. In either, the reader learns that the
writer has finished; on a connection the reader may then still answer.
"""
# Slides: E-07b K-02b U-04b
# Claims: 6
import os
import socket
import sys


# Four bytes or the end: none of our words is longer or shorter.
def hear(read):
    four = b""
    while len(four) < 4:
        some = read(4 - len(four))
        if not some:
            return "the end"
        four += some
    return four.decode()


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def from_pipe(n):
    return os.read(source, n)


# tag::pipe[]
source, into = os.pipe()
os.write(into, b"ping")
saw("pipe, there", "ping", hear(from_pipe))
# end::pipe[]
# tag::back[]
try:
    os.write(source, b"pong")
    back = "a way"
except OSError:  # EBADF: not an end to write into
    back = "no way"
saw("pipe, back", "no way", back)
# end::back[]

server = socket.create_server(("127.0.0.1", 0), backlog=1)
near = socket.create_connection(server.getsockname())
far, _ = server.accept()

# tag::socket[]
near.sendall(b"ping")
saw("socket, there", "ping", hear(far.recv))
far.sendall(b"pong")
saw("socket, back", "pong", hear(near.recv))
# end::socket[]

# tag::end[]
os.close(into)
saw("pipe, the writer has closed", "the end", hear(from_pipe))
near.shutdown(socket.SHUT_WR)
saw("socket, the writer has finished", "the end", hear(far.recv))
far.sendall(b"pong")
saw("socket, back, still", "pong", hear(near.recv))
# end::end[]
os.close(source)
for one in (near, far, server):
    one.close()
