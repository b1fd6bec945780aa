"""Only who has a port can be written to. A bare socket has none; bind
gives it one, and so does the first send.
"""
# Slides: U-14f P-11h
# Claims: 99
import socket
import sys


def port(sock):
    return "yes" if sock.getsockname()[1] > 0 else "no"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))

# tag::socket[]
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
# end::socket[]
saw("after socket, it has a port", "no", port(client))
# tag::sendto[]
client.sendto(b"?", server.getsockname())
# end::sendto[]
saw("after its first sendto", "yes", port(client))
client.close()

# tag::bind[]
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.bind(("127.0.0.1", 0))
# end::bind[]
saw("another one, after bind to port 0", "yes", port(client))
client.close()
server.close()
