"""What a socket is made of before it has a name: family, type and
protocol. Linux only: there the kernel tells, and shows the socket in
the table of descriptors.
"""
# Slides: P-06a P-06b P-06c U-15a U-15b U-15c U-15d E-24a
# Claims: 17
import os
import socket
import sys

PROTOCOLS = {socket.IPPROTO_TCP: "TCP", socket.IPPROTO_UDP: "UDP"}


def saw(what, expected, seen):
    print(f"  {what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def show(title, family, kind, type_name, protocol_name):
    print(title)
    with socket.socket(family, kind) as s:
        def asked(option):
            return s.getsockopt(socket.SOL_SOCKET, option)

        saw("family as asked for", "yes",
            "yes" if asked(socket.SO_DOMAIN) == family else "no")
        stream = asked(socket.SO_TYPE) == socket.SOCK_STREAM
        saw("type", type_name, "stream" if stream else "datagram")
        saw("protocol", protocol_name,
            PROTOCOLS.get(asked(socket.SO_PROTOCOL), "none"))
        target = os.readlink(f"/proc/self/fd/{s.fileno()}")
        saw("its descriptor leads to", "a socket",
            "a socket" if target.startswith("socket:[") else target)


if sys.platform != "linux":
    print("only Linux tells what a socket is made of")
    sys.exit()
show("AF_INET stream", socket.AF_INET, socket.SOCK_STREAM,
     "stream", "TCP")
show("AF_INET datagram", socket.AF_INET, socket.SOCK_DGRAM,
     "datagram", "UDP")
show("AF_UNIX stream", socket.AF_UNIX, socket.SOCK_STREAM,
     "stream", "none")
# Python has no PF_ names: PF_INET is 2 in C.
print("AF_INET and PF_INET")
saw("are one number", "yes", "yes" if socket.AF_INET == 2 else "no")
