"""connect, too, can be told not to wait. Then it is under way, the
selector says when it is over, and one more question says how.
"""
# Slides: P-14c P-14e
import errno
import os
import selectors
import socket
import sys
import time


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


# tag::call[]
def call(address, name):
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.setblocking(False)
    answer = client.connect_ex(address)  # <.>
    if answer not in (0, errno.EINPROGRESS):
        sys.exit(f"connect: {os.strerror(answer)}")
    selector.register(client, selectors.EVENT_WRITE, name)
# end::call[]


# tag::outcome[]
def outcome(client):
    error = client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)  # <.>
    if error == errno.ECONNREFUSED:
        return "refused"
    return os.strerror(error) if error else "connected"
# end::outcome[]


door = socket.create_server(("127.0.0.1", 0))
# bound and not listening: the port is ours, and nobody answers
silent = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
silent.bind(("127.0.0.1", 0))

selector = selectors.DefaultSelector()
call(door.getsockname(), "the open door")
call(silent.getsockname(), "the closed one")
ends = {}
last = time.monotonic() + 3
while len(ends) < 2 and time.monotonic() < last:
    for key, _ in selector.select(1):
        ends[key.data] = outcome(key.fileobj)
        selector.unregister(key.fileobj)
        key.fileobj.close()
saw("the open door", "connected", ends.get("the open door"))
saw("the closed one", "refused", ends.get("the closed one"))
selector.close()
silent.close()
door.close()
