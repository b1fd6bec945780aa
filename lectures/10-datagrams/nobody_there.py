"""To a datagram for nobody, the system there answers that the port is
unreachable. Only a connected socket hears that, at its next call, and
it need not name the address any more.
"""
# Slides: K-04c U-30b U-32b U-32c U-33c
# Claims: 96 97
import socket
import sys
import time


def heard(client, seconds):
    client.settimeout(seconds)
    try:
        # tag::recv[]
        client.recv(8)  # <.>
        # end::recv[]
        return "an answer"
    except ConnectionRefusedError:
        return "refused"
    except TimeoutError:
        return "nothing"


def sent(client):
    """The answer takes a moment, and the next send brings it."""
    deadline = time.monotonic() + 2
    try:
        while time.monotonic() < deadline:
            client.send(b"?")
        return "nothing"
    except ConnectionRefusedError:
        return "refused"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


# A port that nobody answers at, and that nobody else will get: it is
# held by a socket that is connected to itself, and deaf.
deaf = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
deaf.bind(("127.0.0.1", 0))
nobody = deaf.getsockname()
deaf.connect(nobody)

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
# tag::sendto[]
client.sendto(b"hello", nobody)  # <.>
# end::sendto[]
print("not connected: a datagram to nobody is sent")
saw("we hear", "nothing", heard(client, 0.2))

# tag::connect[]
client.connect(nobody)  # <.>
# end::connect[]
# tag::send[]
client.send(b"hello")  # <.>
# end::send[]
print("connected: a datagram is sent, without an address")
saw("we hear", "refused", heard(client, 2))
saw("we send until we are told", "refused", sent(client))
client.close()
deaf.close()
