"""The slides' forking server asks who has called, with getpeername, and
prints the port as it lies in the structure. Python's own getpeername
has applied ntohs already, so this asks C's. Linux.
"""
# Slides: E-26c E-65a
# Claims: 47
import ctypes
import socket
import sys


class SockaddrIn(ctypes.Structure):
    _fields_ = [("sin_family", ctypes.c_uint16),
                ("sin_port", ctypes.c_uint16),
                ("sin_addr", ctypes.c_uint32),
                ("sin_zero", ctypes.c_char * 8)]


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


# A port as it lies in sin_port, and read without ntohs.
def printed(port):
    return socket.htons(port)


if sys.platform != "linux":
    print("only on Linux: elsewhere the numbers differ")
    sys.exit(0)
with socket.create_server(("127.0.0.1", 0)) as server:
    client = socket.create_connection(server.getsockname())
    msgsock, _ = server.accept()
    port = client.getsockname()[1]
    print("the client has port", port)

    addr = SockaddrIn()
    size = ctypes.c_uint32(ctypes.sizeof(addr))
    if ctypes.CDLL(None).getpeername(
            msgsock.fileno(), ctypes.byref(addr), ctypes.byref(size)):
        sys.exit("getpeername: failed")
    # tag::print[]
    right = socket.ntohs(addr.sin_port)
    wrong = addr.sin_port
    print(f"with ntohs it is port {right}")
    print(f"without, it is port {wrong}")
    # end::print[]
    saw("ntohs tells the truth", "yes",
        "yes" if right == port else "no")
    saw("the other is its bytes turned round", "yes",
        "yes" if wrong == printed(port) else "no")

    for p in (1234, 5115, 48986):
        turned = int.from_bytes(p.to_bytes(2, "big"), "little")
        saw(f"{p} would be printed as",
            turned if sys.byteorder == "little" else p, printed(p))
    client.close()
    msgsock.close()
