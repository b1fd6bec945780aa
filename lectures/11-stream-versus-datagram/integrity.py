"""Of what is sent, what arrives? A stream brings all of it, or an
error. Datagrams may stay away, pass each other or come twice, and
nobody tells. And the sum that guards both is short.
"""
# Slides: E-31b E-31c E-70a E-70b E-75h E-75j E-77a P-07b P-07e
# Claims: 78 95 105
import hashlib
import socket
import struct
import sys
import threading

HERE = ("127.0.0.1", 0)


def sha256(data):
    return hashlib.sha256(data).digest()


def checksum(data):
    """RFC 1071: the words are added, and what overflows once more."""
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total > 0xffff:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


def datagrams(room=None):
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    if room:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
    one.bind(HERE)
    return one


def send(sender, number, to):
    sender.sendto(struct.pack("!H998x", number), to.getsockname())


def received(receiver):
    """The numbers of all that is there; a short silence ends them."""
    numbers = []
    receiver.settimeout(0.1)
    try:
        while True:
            data = receiver.recv(1000)
            numbers.append(struct.unpack("!H998x", data)[0])
    except TimeoutError:
        return numbers


def shown(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def saw(what, expected, seen):
    print(f"{what}: expected {shown(expected)}, saw {shown(seen)}")
    if seen != expected:
        sys.exit(1)


# tag::stream[]
data = bytes(range(251)) * (2 * 1024 * 1024 // 251 + 1)
data = data[:2 * 1024 * 1024]
door = socket.create_server(HERE)
caller = socket.create_connection(door.getsockname())
called, _ = door.accept()
called.settimeout(5)


def send_in_pieces():
    start, n = 0, 1
    while start < len(data):
        caller.sendall(data[start:start + n])
        start, n = start + n, n + 1


sender = threading.Thread(target=send_in_pieces)
sender.start()  # <.>
came = called.makefile("rb").read(len(data))
saw("2 MiB in 2048 writes: the same digest", True,
    sha256(data) == sha256(came))
# end::stream[]
# tag::reset[]
sender.join()
caller.setsockopt(  # <.>
    socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
caller.close()
end = "the end"
try:
    called.recv(1)
except ConnectionResetError:
    end = "an error"
saw("the sender breaks off: read says", "an error", end)
# end::reset[]

# tag::flood[]
left, right = datagrams(), datagrams(room=4096)  # <.>
for i in range(2000):
    send(left, i, right)  # <.>
numbers = received(right)
saw("2000 datagrams, none refused: all arrive",
    False, len(numbers) == 2000)
saw("those that arrive are in order", True,
    numbers == sorted(numbers))
# end::flood[]
# tag::network[]
network = datagrams()
for i in 1, 2:
    send(left, i, network)
first, second = received(network)  # <.>
for i in second, first, first:
    send(network, i, right)
saw("1 and 2, swapped on the way, 1 twice: receive says",
    [2, 1, 1], received(right))
# end::network[]

# tag::checksum[]
saw("stop and opst: the same 16-bit sum", True,
    checksum(b"stop") == checksum(b"opst"))  # <.>
saw("stop and opst: the same digest", False,
    sha256(b"stop") == sha256(b"opst"))
# end::checksum[]
