"""A slow reader must not make us wait: what it does not take is ours
to keep, and room for more is a thing to be told. But only while there
is something to write, or we are told without end.
"""
# Slides: P-14c P-14d
import contextlib
import selectors
import socket
import sys
import time


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


ALL = 8 << 20
owed = memoryview(bytes(ALL))
sent = 0


def write_some():
    """Whether it took some of the bytes: as far as it has room."""
    global sent
    try:
        sent += child.send(owed[sent:])
        return sent < ALL
    except BlockingIOError:
        return False


def amount():
    return "nothing" if sent == 0 else "a part" if sent < ALL else "all"


door = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(door.getsockname())
child, _ = door.accept()
child.setblocking(False)
# a small room, so that every system can be seen to fill it
child.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65536)
selector = selectors.DefaultSelector()
selector.register(child, selectors.EVENT_READ)

# tag::ask[]
saw("asked for reading, 50 ms: ready", 0,
    len(selector.select(0.05)))  # <.>
selector.modify(child, selectors.EVENT_WRITE)
told = sum(len(selector.select(0.05)) for _ in range(1000))  # <.>
saw("asked for writing, 1000 times: ready", 1000, told)
# end::ask[]

# the client's system takes some in, and that makes room again
ready = 1
while ready and sent < ALL:
    while write_some():
        pass
    ready = len(selector.select(0.05))
saw("written, and nobody reads", "a part", amount())
saw("asked for writing, 50 ms: ready", 0, ready)

client.setblocking(False)  # one thread plays both parts
turns = got = 0
last = time.monotonic() + 4
while got < ALL and time.monotonic() < last:
    # tag::rest[]
    if selector.select(0):  # <.>
        write_some()  # <.>
        turns += 1
        if sent == ALL:
            selector.modify(child, selectors.EVENT_READ)  # <.>
    # end::rest[]
    with contextlib.suppress(BlockingIOError):
        got += len(client.recv(65536))
saw("written, and somebody reads", "all", amount())
saw("in more than one turn", "true", "true" if turns > 1 else "false")
saw("asked for reading again, 50 ms: ready", 0,
    len(selector.select(0.05)))
selector.close()
child.close()
client.close()
door.close()
