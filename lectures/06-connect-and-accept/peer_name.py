"""accept() can tell who has called, and getpeername() can tell it
later. The slide asks properly and then prints something else: the
number as it stands in memory. On a little-endian machine that is
another one.
"""
# Slides: E-65c E-65e R-12c U-24d
# Claims: 28 76
import socket
import struct
import sys


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


server = socket.create_server(("127.0.0.1", 0), backlog=5)
client = socket.create_connection(server.getsockname())
caller = "{} port {}".format(*client.getsockname())
print("the client calls from", caller)

# tag::accept[]
child, peer = server.accept()
# end::accept[]
# tag::getpeername[]
host, port = child.getpeername()
# end::getpeername[]
saw("accept says", caller, "{} port {}".format(*peer))
saw("getpeername says", caller, f"{host} port {port}")

# What C finds in sin_port, if ntohs is forgotten.
printed, = struct.unpack("=H", struct.pack("!H", port))
print("the slide prints port", printed)
turned = (port & 0xff) << 8 | port >> 8
little = sys.byteorder == "little"
saw("which is that port with its bytes",
    "turned round" if little else "as they are",
    "turned round" if printed == turned and little else "as they are")
child.close()
client.close()
server.close()
