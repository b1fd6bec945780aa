"""A stream is synchronous, a datagram asynchronous, says the slide. One
reader of each kind waits for ever, not at all, and for 50 ms: whether
a read waits is the reader's choice, and the kind has no say in it.
"""
# Slides: E-75d
# Claims: 102
import queue
import socket
import sys
import threading


def saw(kind, how, expected, seen):
    print(f"{kind:8} {how:27} expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def three_ways(kind, reader, writer):
    # tag::blocking[]
    read = queue.Queue()
    threading.Thread(  # <.>
        target=lambda: read.put(reader.recv(512).decode()),
        daemon=True).start()
    try:
        seen = read.get(timeout=0.05)
    except queue.Empty:
        seen = "waits"
    saw(kind, "blocking, nothing there", "waits", seen)
    writer.send(b"hello")
    seen = read.get(timeout=5)
    saw(kind, "blocking, hello was sent", "hello", seen)
    # end::blocking[]

    # tag::nonblocking[]
    reader.setblocking(False)  # <.>
    try:
        seen = reader.recv(512).decode()
    except BlockingIOError:
        seen = "nothing"
    saw(kind, "non-blocking, nothing there", "nothing", seen)
    # end::nonblocking[]

    # tag::limit[]
    reader.settimeout(0.05)  # <.>
    try:
        seen = reader.recv(512).decode()
    except TimeoutError:
        seen = "gives up"
    saw(kind, "50 ms, nothing there", "gives up", seen)
    writer.send(b"again")
    reader.settimeout(5)
    seen = reader.recv(512).decode()
    saw(kind, "5000 ms, again was sent", "again", seen)
    # end::limit[]


door = socket.create_server(("127.0.0.1", 0))
caller = socket.create_connection(door.getsockname())
called, _ = door.accept()
three_ways("stream", called, caller)

right = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
right.bind(("127.0.0.1", 0))
left = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
left.connect(right.getsockname())
right.connect(left.getsockname())
three_ways("datagram", right, left)
