"""In C a call answers -1, and why is in errno, a number with a name.
Java and Python throw: here all three show the number's name. Linux.
"""
# Slides: E-42a E-47b E-43d U-16b U-17d U-18b
# Claims: 51 53 55 58 59
import errno
import os
import socket
import sys

AF_INET, SOCK_STREAM = socket.AF_INET, socket.SOCK_STREAM
# This number has two names on Linux, and C's manuals say this one.
NAMES = {**errno.errorcode, errno.EOPNOTSUPP: "EOPNOTSUPP"}


# What C's call would have answered, and the name of errno if -1.
def answer(call, *arguments):
    try:
        result = call(*arguments)
    except OSError as e:
        return NAMES[e.errno]
    return str(0 if result is None else result.fileno())


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


if sys.platform != "linux":
    print("only on Linux: elsewhere the numbers differ")
    sys.exit(0)

saw("socket of family 99", "EAFNOSUPPORT",
    answer(socket.socket, 99, SOCK_STREAM, 0))
server = socket.socket(AF_INET, SOCK_STREAM, 0)
saw("accept before listen", "EINVAL", answer(server.accept))

saw("bind to an address of nobody", "EADDRNOTAVAIL",
    answer(server.bind, ("192.0.2.1", 0)))
saw("bind to a free port", "0", answer(server.bind, ("127.0.0.1", 0)))
saw("bind once more", "EINVAL", answer(server.bind, ("127.0.0.1", 0)))
saw("listen", "0", answer(server.listen, 5))

second = socket.socket(AF_INET, SOCK_STREAM, 0)
saw("bind to a port that is taken", "EADDRINUSE",
    answer(second.bind, server.getsockname()))
datagrams = socket.socket(AF_INET, socket.SOCK_DGRAM, 0)
saw("listen for datagrams", "EOPNOTSUPP", answer(datagrams.listen, 5))

saw("recv on the listening socket", "ENOTCONN", answer(server.recv, 5))
saw("send on it", "EPIPE", answer(server.send, b"hello"))

# A new descriptor is the lowest free number: it may be 0.
os.close(0)
saw("socket, when 0 is free", "0",
    answer(socket.socket, AF_INET, SOCK_STREAM, 0))
