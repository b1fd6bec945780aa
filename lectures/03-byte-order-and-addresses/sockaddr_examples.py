"""The slides' examples of a filled sockaddr_in, as bytes. C's own
getnameinfo is asked what it reads there; it sends nothing. Then the
same with a conversion too few, and with one too many. Linux.
"""
# Slides: E-26a E-26b E-45a E-45b E-45g
# Claims: 46
import ctypes
import socket
import struct
import sys
from socket import AF_INET

c = ctypes.CDLL(None)
c.inet_addr.restype = ctypes.c_uint32
NUMERIC = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV


def asked(name):
    host = ctypes.create_string_buffer(64)
    service = ctypes.create_string_buffer(64)
    wrong = c.getnameinfo(name, len(name), host, 64, service, 64,
                          NUMERIC)
    if wrong == socket.EAI_FAMILY:
        return "no family of addresses"
    if wrong != 0:
        return f"error {wrong}"
    return f"{host.value.decode()} and {service.value.decode()}"


def read_back(what, expected, name):
    print(f"{what}: {name.hex(' ')}")
    saw("  C reads", expected, asked(name))


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


if sys.platform != "linux":
    print("only on Linux: elsewhere the numbers differ")
    sys.exit(0)
little = sys.byteorder == "little"
# "=" is this machine's order, "!" the network's, "8x" eight zeros.
# tag::any[]
family = struct.pack("=H", AF_INET)
port = struct.pack("!H", 0)
address = struct.pack("!I8x", socket.INADDR_ANY)
# end::any[]
read_back("example I", "0.0.0.0 and 0", family + port + address)

# tag::one[]
family = struct.pack("=H", AF_INET)
port = struct.pack("!H", 5115)
text = "127.59.69.7"
address = socket.inet_pton(AF_INET, text) + bytes(8)
# end::one[]
read_back("example II", "127.59.69.7 and 5115", family + port + address)

port = struct.pack("=H", 5115)
read_back("no htons for the port",
    "127.59.69.7 and 64275" if little else "127.59.69.7 and 5115",
    family + port + address)
port = struct.pack("!H", 5115)

address = struct.pack("=I8x", socket.INADDR_LOOPBACK)
read_back("no htonl for the address",
    "1.0.0.127 and 5115" if little else "127.0.0.1 and 5115",
    family + port + address)
address = struct.pack("!I8x", socket.INADDR_LOOPBACK)

family = struct.pack("!H", AF_INET)
read_back("htons for the family, too",
    "no family of addresses" if little else "127.0.0.1 and 5115",
    family + port + address)

for it in ("255.255.255.255", "no address"):
    saw(f"inet_addr of {it}", 4294967295, c.inet_addr(it.encode()))
