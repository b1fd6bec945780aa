"""connect waits until the other system has answered. A full queue is
how one gets no answer on one's own machine: Linux then says nothing,
in the hope that there is room soon. Linux only.
"""
# Slides: E-53 E-56 R-10a R-10c R-11c U-14c U-24e U-24g U-27b
# Claims: 60 74
import socket
import sys
import time


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def connected(client):
    try:
        # tag::connect[]
        client.settimeout(0.3)
        client.connect(door)
        return "connected"
    except TimeoutError:
        client.close()
        return "no answer"
    except ConnectionRefusedError:
        client.close()
        return "refused"
        # end::connect[]


if sys.platform != "linux":
    print("elsewhere a full queue may answer, with a no")
    sys.exit()
server = socket.create_server(("127.0.0.1", 0), backlog=1)
door = server.getsockname()

waiting = []
client = socket.socket()
while len(waiting) < 9 and connected(client) == "connected":
    waiting.append(client)
    client = socket.socket()
print("the queue of the server is full")

begun = time.monotonic()
saw("connect, waiting 300 ms", "no answer", connected(socket.socket()))
seconds = time.monotonic() - begun
saw("it took at least that long", "yes",
    "yes" if seconds >= 0.3 else "no")

child, _ = server.accept()
child.close()
late = socket.socket()
saw("the server takes one from the queue, connect",
    "connected", connected(late))

server.close()
saw("the server closes, connect",
    "refused", connected(socket.socket()))
for s in *waiting, late:
    s.close()
