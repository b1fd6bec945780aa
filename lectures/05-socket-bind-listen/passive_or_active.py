"""A name is not yet a telephone that rings: a socket with a port may
still call, and cannot be called. Only listen makes it passive, and only
until close.
"""
# Slides: K-12a K-12b K-12c P-12c R-08a U-16c U-17e U-18a U-18e
# Claims: 53 54 60
import socket
import sys


def called(port):
    try:
        socket.create_connection(("127.0.0.1", port)).close()
        return "connected"
    except ConnectionRefusedError:
        return "refused"


def accepted(server):
    try:
        child, _ = server.accept()
        child.close()
        return "a new socket"
    except OSError:
        return "an error"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 0))
port = server.getsockname()[1]
saw("a bound socket", "refused", called(port))
saw("accept before listen", "an error", accepted(server))

server.listen(5)
saw("a listening socket", "connected", called(port))
saw("accept finds the caller", "a new socket", accepted(server))

server.close()
saw("a closed socket", "refused", called(port))
