"""Both sides have 16 MiB to say. If each says all before it listens,
both get stuck: nobody empties the buffers into which they write.
If each reads while it writes, both get all of it, byte for byte.
"""
# Slides: R-14b U-24f U-28a U-28b U-29a U-29b U-31c
# Claims: 78 79
import random
import socket
import sys
from concurrent.futures import ThreadPoolExecutor

message = random.Random(79).randbytes(16 << 20)


# tag::stuck[]
def write_then_read(end):
    end.sendall(message)  # <.>
    return read_all(end)
# end::stuck[]


# tag::cured[]
def read_while_writing(end):
    with ThreadPoolExecutor() as pool:
        writing = pool.submit(end.sendall, message)  # <.>
        seen = read_all(end)
        writing.result()  # <.>
        return seen
# end::cured[]


def read_all(end):
    length = 0
    while length < len(message):
        data = end.recv(65536)
        if not data:
            return "the end, too early"
        if not message.startswith(data, length):
            return "not what was sent"
        length += len(data)
    return "all was read"


def outcome(side, end):
    try:
        return side(end)
    except TimeoutError:
        return "stuck"


def converse(expected, limit, side):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        client = socket.create_connection(listening.getsockname())
        server, _ = listening.accept()
    with client, server, ThreadPoolExecutor() as pool:
        for end in client, server:
            end.settimeout(limit)
            # a small room, so that no system holds all of it
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65536)
        one = pool.submit(outcome, side, client)
        other = pool.submit(outcome, side, server)
        saw("client", expected, one.result())
        saw("server", expected, other.result())


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


print("16 MiB each way: write all, then read")
converse("stuck", 0.3, write_then_read)
print("16 MiB each way: read while writing")
converse("all was read", 20, read_while_writing)
