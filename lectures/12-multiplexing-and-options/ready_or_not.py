"""Ready to read means: a read would not wait. It may bring a byte, the
end or an error. Ready to write means: there is room for some.
"""
# Slides: P-14c P-14d
import contextlib
import select
import socket
import struct
import sys
import time


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def connect():
    client = socket.create_connection(door.getsockname())
    child, _ = door.accept()
    child.setblocking(False)
    return client, child


# tag::ask[]
def state():
    asked = select.poll()
    asked.register(child, select.POLLIN | select.POLLOUT)
    events = dict(asked.poll(0)).get(child.fileno(), 0)  # <.>
    return " ".join(
        word for bit, word in ((select.POLLIN, "read"),
                               (select.POLLOUT, "write"))
        if events & bit) or "nothing"
# end::ask[]


def read(most):
    try:
        return str(len(child.recv(most)) or "the end")
    except OSError:
        return "an error"


def wait_until(what, expected):
    """What has been sent may need a moment: two seconds, then no."""
    last = time.monotonic() + 2
    seen = state()
    while seen != expected and time.monotonic() < last:
        seen = state()
    saw(what + ", it can", expected, seen)


door = socket.create_server(("127.0.0.1", 0))
client, child = connect()
wait_until("nothing has come", "write")
client.send(b"!!")
wait_until("two bytes have come", "read write")
wait_until("asked again", "read write")
saw("a read brings", "1", read(1))
wait_until("one is left", "read write")
saw("a read brings", "1", read(80))
wait_until("none is left", "write")
client.shutdown(socket.SHUT_WR)
wait_until("the client has ended", "read write")
saw("a read brings", "the end", read(80))
wait_until("asked again", "read write")
child.close()
client.close()

client, child = connect()
# the client's system takes some in, and that makes room again
while select.select([], [child], [], 0.05)[1]:
    with contextlib.suppress(BlockingIOError):
        while child.send(bytes(65536)):
            pass
wait_until("all buffers are full", "nothing")
client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                  struct.pack("ii", 1, 0))
client.close()
wait_until("the client has broken off", "read write")
saw("a read brings", "an error", read(80))
child.close()
door.close()
