"""A server that closes first leaves its port in TIME_WAIT for a while.
SO_REUSEADDR lets the next one in: on Linux, if the old one had set it,
too. It does not let two listen at once.
"""
# Slides: E-47a U-17d
# Claims: 90
import socket
import sys


# One server's life, in which it closes first, and the next one's bind.
def restart(old, new):
    with bound(0, old) as server:
        name = server.getsockname()
        with socket.create_connection(name) as client:
            server.accept()[0].close()
            client.recv(1)
    return tried(name[1], new)


def tried(port, reuse):
    try:
        bound(port, reuse).close()
        return "bound"
    except OSError:
        return "refused"


def bound(port, reuse):
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # tag::reuse[]
    server.setsockopt(
        socket.SOL_SOCKET, socket.SO_REUSEADDR, reuse)  # <.>
    # end::reuse[]
    server.bind(("127.0.0.1", port))
    server.listen(5)
    return server


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


saw("neither sets it", "refused", restart(False, False))
print("only the new one sets it: saw",
      restart(False, True))
print("only the old one sets it: saw",
      restart(True, False))
saw("both set it", "bound", restart(True, True))

alive = bound(0, True)
saw("both set it, the old is alive", "refused",
    tried(alive.getsockname()[1], True))
alive.close()
