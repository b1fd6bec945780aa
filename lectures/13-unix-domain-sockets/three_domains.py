"""One conversation in three families. What differs is the address, and
who can use it; server, client and handler stay as they are.
"""
# Slides: E-07c E-07d E-30b E-30d
# Claims: 7
import os
import socket
import sys
import tempfile


# tag::handle[]
def handle(client):
    said = all_of(client)
    client.sendall(said.upper())
    client.shutdown(socket.SHUT_WR)
# end::handle[]


def all_of(s):
    said = b""
    while len(said) < 16 and (chunk := s.recv(16 - len(said))):
        said += chunk
    return said


def name(address):
    if isinstance(address, tuple):
        return f"port {address[1]}"
    if not address:
        return "nobody by name"
    return f"the file {os.path.basename(address)}"


def saw(family, expected, seen):
    print(f"{family}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def converse(family, address):
    try:
        server = socket.socket(family, socket.SOCK_STREAM)
        server.bind(address)
    except OSError:
        print(f"{family.name[3:]}: this machine has none")
        return
    server.listen(5)
    client = socket.socket(family, socket.SOCK_STREAM)
    client.connect(server.getsockname())
    child, peer = server.accept()
    client.sendall(b"hello")
    client.shutdown(socket.SHUT_WR)
    handle(child)
    saw(family.name[3:], "HELLO", all_of(client).decode())
    print("  from", name(peer), "to", name(server.getsockname()))
    for s in (child, client, server):
        s.close()


folder = tempfile.mkdtemp(prefix="lecture-13-")
file = os.path.join(folder, "hello.sock")
# tag::families[]
converse(socket.AF_UNIX, file)
converse(socket.AF_INET, ("127.0.0.1", 0))
converse(socket.AF_INET6, ("::1", 0))
# end::families[]
os.unlink(file)
os.rmdir(folder)
