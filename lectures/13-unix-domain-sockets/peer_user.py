"""A client without a name is no stranger: the system knows whose
process has called, and tells the server, whatever the client may
say of itself. (Asked as Linux wants it.)
"""
# Slides: E-07c
import os
import socket
import struct
import sys
import tempfile

all_as_expected = True


def caller(child):
    """Process, user and group, as numbers; no process means none."""
    # tag::caller[]
    told = child.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    pid, user, _ = struct.unpack("iII", told)  # <.>
    # end::caller[]
    if pid == 0:
        return "unknown"
    return "this user" if user == os.geteuid() else "another"


def saw(what, expected, seen):
    global all_as_expected
    print(f"{what}: expected {expected}, saw {seen}")
    all_as_expected &= expected == seen


if not hasattr(socket, "SO_PEERCRED"):
    print("this system does not tell")
    sys.exit()

folder = tempfile.mkdtemp(prefix="lecture-13-")
file = os.path.join(folder, "hello.sock")
for family, address, where, expected in (
        (socket.AF_UNIX, file, "path", "this user"),
        (socket.AF_INET, ("127.0.0.1", 0), "port", "unknown")):
    with socket.socket(family, socket.SOCK_STREAM) as server, \
            socket.socket(family, socket.SOCK_STREAM) as client:
        server.bind(address)
        server.listen(5)
        client.connect(server.getsockname())
        child, _ = server.accept()
        saw(f"on a {where}, the caller is", expected, caller(child))
        child.close()
os.unlink(file)
os.rmdir(folder)
sys.exit(not all_as_expected)
