"""Does close free the port? Not while a child has it, and not for a
minute after, if the server was the first to close. SO_REUSEADDR
before bind helps; on Linux, only if the server before said it, too.
(Other systems have other rules: this shows what Linux does.)
"""
# Slides: E-67d
# Claims: 90
import errno
import socket
import sys


def main():
    if sys.platform != "linux":
        print("this shows what Linux does; here it is another")
        return
    saw("both ask, a child is alive", "it is free",
        next_one(True, True, True))
    saw("both ask, in TIME_WAIT", "it is free",
        next_one(True, False, True))
    saw("only the first asks, in TIME_WAIT", "it is in use",
        next_one(True, False, False))
    saw("only the second asks, in TIME_WAIT", "it is in use",
        next_one(False, False, True))
    saw("nobody asks, a child is alive", "it is in use",
        next_one(False, True, False))


def next_one(first, alive, second):
    socket.setdefaulttimeout(2)
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, first)
    server.bind(("127.0.0.1", 0))
    server.listen(5)
    address = server.getsockname()

    client = socket.create_connection(address)
    child, _ = server.accept()
    server.close()
    if not alive:
        # who closes first waits: here it is the server's side
        child.close()
        client.recv(1)
        client.close()

    # tag::reuse[]
    again = socket.socket()
    try:
        again.setsockopt(
            socket.SOL_SOCKET, socket.SO_REUSEADDR, second)
        again.bind(address)
        return "it is free"
    except OSError as e:
        if e.errno != errno.EADDRINUSE:
            raise
        return "it is in use"
    finally:
        again.close()
        client.close()
        child.close()
    # end::reuse[]


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


main()
