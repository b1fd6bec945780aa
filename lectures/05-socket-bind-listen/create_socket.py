"""A socket belongs to its process from the first call on, and costs it
a descriptor until close. What it lacks is an address: bind's gift.
"""
# Slides: E-42a E-42c E-47c U-16a U-16d P-12a
# Claims: 52
import os
import socket
import sys

DESCRIPTORS = "/proc/self/fd"


def port(server):
    return "a port" if server.getsockname()[1] else "no port"


# A descriptor is a number; what it stands for, Linux shows as a link.
def sockets():
    found = 0
    for descriptor in os.listdir(DESCRIPTORS):
        try:
            link = os.readlink(f"{DESCRIPTORS}/{descriptor}")
            found += link.startswith("socket:")
        except OSError:
            pass  # it was the one with which the folder was read
    return found


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
saw("after socket", "no port", port(server))

server.bind(("127.0.0.1", 0))
saw("after bind", "a port", port(server))

if os.path.isdir(DESCRIPTORS):
    before = sockets()
    many = [socket.socket() for _ in range(50)]
    saw("50 sockets", "50 more", f"{sockets() - before} more")
    for one in many:
        one.close()
    saw("all closed", "0 more", f"{sockets() - before} more")
else:
    print(f"no {DESCRIPTORS} here: nothing is counted")
server.close()
