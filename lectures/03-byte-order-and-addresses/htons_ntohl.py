"""The four functions, rebuilt for a machine of either order, and held
against those of the C library: expected is ours, saw is C's. Linux.
"""
# Slides: E-28a E-28b E-28c E-45d
# Claims: 48
import socket
import sys
from struct import pack, unpack

LITTLE, BIG = "<", ">"  # struct's own names for the two orders


# tag::htons[]
def htons(host, machine):
    two = pack(BIG + "H", host)
    return unpack(machine + "H",
                  two)[0]
# end::htons[]


# tag::ntohs[]
def ntohs(network, machine):
    two = pack(machine + "H", network)
    return unpack(BIG + "H",
                  two)[0]
# end::ntohs[]


# tag::htonl[]
def htonl(host, machine):
    four = pack(BIG + "I", host)
    return unpack(machine + "I",
                  four)[0]
# end::htonl[]


# tag::ntohl[]
def ntohl(network, machine):
    four = pack(machine + "I", network)
    return unpack(BIG + "I",
                  four)[0]
# end::ntohl[]


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


if sys.platform != "linux":
    print("only on Linux: elsewhere these may be macros")
    sys.exit(0)
here = LITTLE if sys.byteorder == "little" else BIG
print(f"this machine is {sys.byteorder} endian")

for port in (1234, 5115, 7967):
    saw(f"htons({port})", htons(port, here), socket.htons(port))
for address in (0x8002c25f, 0x7f000001, 0):
    real = socket.htonl(address)
    saw(f"htonl(0x{address:08x})",
        f"0x{htonl(address, here):08x}", f"0x{real:08x}")
    saw("and back",
        f"0x{ntohl(real, here):08x}", f"0x{socket.ntohl(real):08x}")

alike = back = unmoved = 0
for host in range(65536):
    real = socket.htons(host)
    alike += real == htons(host, here)
    back += socket.ntohs(real) == host == ntohs(real, here)
    unmoved += htons(host, BIG) == host
saw("of all 65536, alike", 65536, alike)
saw("there and back again", 65536, back)
saw("unmoved on a big-endian machine", 65536, unmoved)
