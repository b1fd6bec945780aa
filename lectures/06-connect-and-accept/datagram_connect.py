"""On a datagram socket, connect sends nothing and asks nobody. It only
notes who the other side is, and from then on nobody else is heard.
"""
# Slides: E-57c E-57d P-12e
# Claims: 75
import socket
import sys


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def called(address):
    with socket.socket() as client:
        try:
            client.connect(address)
            return "connected"
        except ConnectionRefusedError:
            return "refused"


def datagram():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("127.0.0.1", 0))
    s.settimeout(2)
    return s


def heard(s):
    try:
        return s.recv(512).decode()
    except ConnectionRefusedError:
        return "refused"
    except TimeoutError:
        return "nothing"


with socket.socket() as closed:
    closed.bind(("127.0.0.1", 0))
    nobody = closed.getsockname()
    saw("a stream calls a port where nobody is",
        "refused", called(nobody))
alone = datagram()
alone.connect(nobody)
saw("a datagram socket connects there, and is", "connected",
    "connected" if alone.getpeername() == nobody else "not")
alone.send(b"anybody?")
saw("it sends, and waits for an answer", "refused", heard(alone))
alone.close()

friend = datagram()
stranger = datagram()
us = datagram()
us.connect(friend.getsockname())
stranger.connect(us.getsockname())
stranger.send(b"the stranger")
friend.connect(us.getsockname())
friend.send(b"the friend")
saw("a stranger writes to us, then our friend; we hear",
    "the friend", heard(us))
us.settimeout(0.1)
saw("and then", "nothing", heard(us))
us.close()
friend.close()
stranger.close()
