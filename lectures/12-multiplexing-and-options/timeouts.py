"""A read that may wait for ever needs a limit. But a limit for each
read is none for the conversation: who sends a byte now and then keeps
you for as long as he likes. A deadline is for all of it.
"""
# Slides: P-14f P-14c U-08b
import socket
import sys
import threading
import time

SIZE = 24


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def limit(seconds):
    return "none" if seconds is None else f"{seconds * 1000:.0f} ms"


def drip():
    """A byte now and then, 100 at most: it ends in any case."""
    for _ in range(100):
        if over.wait(0.05):
            return
        client.send(b".")


door = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(door.getsockname())
child, _ = door.accept()

# tag::limit[]
saw("limit at first", "none", limit(child.gettimeout()))
child.settimeout(0.1)  # <.>
saw("limit set, read back", "100 ms", limit(child.gettimeout()))
begun = time.monotonic()
try:
    child.recv(1)
    seen = "something"
except TimeoutError:  # <.>
    seen = "time is up"
# end::limit[]
saw("nothing comes, a read answers", "time is up", seen)
saw("it took at least that long", "true",
    "true" if time.monotonic() - begun >= 0.1 else "false")
client.send(b"!")
child.settimeout(2)
saw("the socket still works, a read brings", "!",
    child.recv(1).decode())

child.settimeout(1)
over = threading.Event()
dripping = threading.Thread(target=drip)
begun = time.monotonic()
dripping.start()
got = 0
while got < SIZE:
    got += len(child.recv(SIZE - got))  # <.>
saw("a byte each 50 ms, a limit of 1 s for each read: bytes",
    SIZE, got)
saw("all of them took longer than 1 s", "true",
    "true" if time.monotonic() - begun > 1 else "false")

# tag::deadline[]
deadline = time.monotonic() + 0.2
seen = "the whole"
try:
    for _ in range(1000):
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError  # <.>
        child.settimeout(left)  # <.>
        child.recv(1)
except TimeoutError:
    seen = "time is up"
# end::deadline[]
saw("1000 bytes of the same, within 200 ms", "time is up", seen)

over.set()
dripping.join()
client.close()
child.close()
door.close()
