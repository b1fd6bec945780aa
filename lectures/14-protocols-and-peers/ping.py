"""What ping does: an echo request of ICMP, straight on IP, without a
port, to a machine and to no program. The system answers by itself.
Not everybody may send one. Linux only: the rules are its own.
"""
# Slides: U-10a P-07g E-31c
import os
import socket
import struct
import sys

DATA = b"is anybody there"


def saw(what, expected, seen):
    print(f"  {what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


# tag::checksum[]
def checksum(message):
    """The sum of all pairs of bytes, carries added below, turned over:
    RFC 1071. Over a message with its checksum, it is 0.
    """
    total = sum(struct.unpack(f">{len(message) // 2}H", message))
    while total > 0xffff:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff
# end::checksum[]


# tag::request[]
def request(number):
    """Type 8, code 0, checksum, our number, 1, and what is to come
    back.
    """
    message = struct.pack(">BBHHH", 8, 0, 0, number, 1) + DATA
    total = struct.pack(">H", checksum(message))  # <.>
    return message[:2] + total + message[4:]
# end::request[]


def hear(s, raw, number):
    """A raw socket hears everybody's: only what has our number counts,
    which a datagram socket sees to.
    """
    for _ in range(100):
        packet = s.recv(1500)
        start = (packet[0] & 0xf) * 4 if raw else 0  # <.>
        message = packet[start:]
        if not raw or message[4:6] == struct.pack(">H", number):
            return start, message
    sys.exit("recv: nothing but other people's messages")


# tag::ping[]
def ping(kind):
    try:
        s = socket.socket(
            socket.AF_INET, kind, socket.IPPROTO_ICMP)  # <.>
    except PermissionError:
        print(f"{kind.name}: not permitted to this user")
        return
    with s:
        s.settimeout(2)
        raw = kind == socket.SOCK_RAW
        number = os.getpid() & 0xffff
        message = request(number)
        s.sendto(message, ("127.0.0.1", 0))  # <.>
        print(kind.name)
        start, answer = hear(s, raw, number)
        if raw:
            saw("we hear our own request, type", 8, answer[0])  # <.>
            start, answer = hear(s, raw, number)
        saw("the answer's type", 0, answer[0])
        saw("bytes of IP before it", 20 if raw else 0, start)
        saw("its sum", 0, checksum(answer))
        saw("bytes of ours in it", len(DATA),
            len(DATA) if answer[8:] == DATA else 0)
# end::ping[]


if not sys.platform.startswith("linux"):
    print("only on Linux: elsewhere the rules differ")
    sys.exit()
try:
    ping(socket.SOCK_DGRAM)
    ping(socket.SOCK_RAW)
except OSError as e:
    sys.exit(f"ping: {e.strerror or e}")
