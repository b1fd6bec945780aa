"""accept() takes the first of those who wait. If nobody waits, it
does, for as long as you like: not at all, until a deadline, or until
somebody calls.
"""
# Slides: E-51 E-52b R-09a R-09b R-09c R-12a R-12f U-19c K-13b
# Claims: 67 68
import socket
import sys
import threading
import time


def saw(what, expected, seen):
    shown = {True: "true", False: "false"}
    print(f"{what}: expected {shown.get(expected, expected)},"
          f" saw {shown.get(seen, seen)}")
    if seen != expected:
        sys.exit(1)


def port(address):
    return f"port {address[1]}"


server = socket.create_server(("127.0.0.1", 0), backlog=5)
door = server.getsockname()

server.setblocking(False)
seen = "somebody"
try:
    server.accept()
except BlockingIOError:
    seen = "nobody"
saw("nobody called, not waiting", "nobody", seen)

begun = time.monotonic()
seen = "somebody"
try:
    server.settimeout(0.1)
    server.accept()
except TimeoutError:
    seen = "nobody"
seconds = time.monotonic() - begun
saw("nobody called, waiting 100 ms", "nobody", seen)
saw("it took at least that long", True, seconds >= 0.1)
server.settimeout(None)

called = threading.Event()


def call():
    time.sleep(0.05)  # a late caller, that is the point
    called.set()
    socket.create_connection(door).close()


caller = threading.Thread(target=call)
caller.start()
child, _ = server.accept()
child.close()
saw("waiting until somebody calls, somebody has",
    True, called.is_set())
caller.join()

clients = [socket.create_connection(door) for _ in range(5)]
print("five have called, nobody has accepted")
for client in clients:
    child, peer = server.accept()
    saw("accept gives", port(client.getsockname()), port(peer))
    child.close()
    client.close()
server.close()
