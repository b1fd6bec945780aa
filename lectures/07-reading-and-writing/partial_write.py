"""A write hands bytes to the system, which has room for so many. One
that does not wait says how many it took; the rest is still ours,
and the next write has to begin where this one stopped.
"""
# Slides: E-61b E-61c U-22a K-16c
import socket
import sys

SIZE = 16 << 20


def taken(end, data):
    """"I would have to wait" is an exception to send."""
    try:
        return end.send(data)
    except BlockingIOError:
        return 0


def saw(what, expected, count):
    seen = ("nothing" if count == 0
            else "a part" if count < SIZE else "all")
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


with socket.create_server(("127.0.0.1", 0)) as listening:
    client = socket.create_connection(listening.getsockname())
    server, _ = listening.accept()
    server.settimeout(2)
    # a small room, so that every system can be seen to fill it
    client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65536)
    data = memoryview(bytes(SIZE))  # slices of it are no copies

    print("16 MiB to write, and nobody reads")
    # tag::part[]
    client.setblocking(False)
    sent = taken(client, data)  # <.>
    # end::part[]
    saw("one write took", "a part", sent)
    n = sent
    while n > 0:
        n = taken(client, data[sent:])
        sent += n
    saw("the last of many took", "nothing", n)
    saw("all of them took", "a part", sent)

    print("somebody reads, and the writes go on")
    got = 0
    while got < SIZE:
        # tag::rest[]
        if sent < SIZE:
            sent += taken(client, data[sent:])  # <.>
        # end::rest[]
        some = server.recv(65536)
        if not some:
            break
        got += len(some)
    saw("written", "all", sent)
    saw("read", "all", got)
    client.close()
    server.close()
