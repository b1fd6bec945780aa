"""The name of a socket is the path that it was bound to. A client has
none, unless it binds. The name is for finding the server: once
connected, nobody needs it, and it may be only so long.
"""
# Slides: E-07c E-07e E-44c
# Claims: 36
import os
import pathlib
import socket
import sys
import tempfile

all_as_expected = True


def unix_socket():
    return socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)


def name(address):
    return pathlib.Path(address).name if address else "none"


def called(file):
    with unix_socket() as s:
        try:
            s.connect(str(file))
            return "connected"
        except OSError:
            return "of no use"


def bound(folder, length):
    start = folder + "/"
    file = start + "x" * (length - len(start))
    with unix_socket() as s:
        try:
            s.bind(file)
            os.unlink(file)
            return "fine"
        except OSError:
            return "too long"


def saw(what, expected, seen):
    global all_as_expected
    print(f"  {what}: expected {expected}, saw {seen}")
    all_as_expected &= expected == seen


folder = tempfile.mkdtemp(prefix="lecture-13-")
file = pathlib.Path(folder, "hello.sock")
server = unix_socket()
server.bind(str(file))
server.listen(5)

print("a client connects")
client = unix_socket()
client.connect(str(file))
child, peer = server.accept()
saw("it has called", "hello.sock", name(client.getpeername()))
saw("its own name", "none", name(client.getsockname()))
saw("the server sees", "none", name(peer))

print("a client binds, and connects")
own = pathlib.Path(folder, "client.sock")
named = unix_socket()
named.bind(str(own))
named.connect(str(file))
other, peer = server.accept()
saw("the server sees", "client.sock", name(peer))

print("the server's file is renamed")
moved = file.rename(pathlib.Path(folder, "moved.sock"))
saw("the old name is", "of no use", called(file))
saw("the new name is", "connected", called(moved))
saw("the server still calls itself", "hello.sock",
    name(server.getsockname()))

print("the server's file is deleted")
moved.unlink()
client.sendall(b"still here")
heard = b""
while len(heard) < 10 and (chunk := child.recv(10 - len(heard))):
    heard += chunk
saw("the first client says", "still here", heard.decode())

print("paths that are long")
saw("100 bytes are", "fine", bound(folder, 100))
saw("108 bytes are", "too long", bound(folder, 108))

for s in (client, child, named, other, server):
    s.close()
own.unlink()
os.rmdir(folder)
sys.exit(not all_as_expected)
