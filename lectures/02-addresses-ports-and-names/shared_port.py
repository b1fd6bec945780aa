"""A port leads to a socket, which two processes may share:
fork hands it on. Both accept from it, and the caller cannot choose.
"""
# Slides: E-06b E-21a
# Claims: 35
import os
import socket
import sys


def serve(who):
    """Whoever gets here answers the next caller."""
    client, _ = server.accept()
    client.sendall(who.encode())
    client.close()


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
print("one socket listens on port", address[1])

# Two callers wait in the queue before anybody accepts.
callers = [socket.create_connection(address) for _ in range(2)]
sys.stdout.flush()

if os.fork() == 0:
    serve("the child")
    os._exit(0)
os.wait()
serve("the parent")

for i, expected in enumerate(("the child", "the parent")):
    answer = callers[i].recv(20).decode()
    saw(f"caller {i + 1} was answered by", expected, answer)
    callers[i].close()
server.close()
