"""The handshake is invisible to the programs: connect is one call.
Linux counts segments for each socket, and a program may ask, with
TCP_INFO. Linux only.
"""
# Slides: K-07c R-11b U-24b U-27d
# Claims: 63
import socket
import struct
import sys

SEGS_OUT = 136  # where the two numbers stand in struct tcp_info


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def segments(s):
    info = s.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 256)
    return "{} sent, {} received".format(
        *struct.unpack_from("=II", info, SEGS_OUT))


if sys.platform != "linux":
    print("only Linux counts segments for each socket")
    sys.exit()
server = socket.create_server(("127.0.0.1", 0), backlog=5)

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
saw("after socket", "0 sent, 0 received", segments(client))
client.connect(server.getsockname())
saw("after connect", "2 sent, 1 received", segments(client))
child, _ = server.accept()
saw("after accept", "2 sent, 1 received", segments(client))
child.close()
client.close()
server.close()
