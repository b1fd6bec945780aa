"""The client on the slide reads the reply into the buffer from which
it had sent, and prints the buffer. A reply shorter than the message
leaves the rest of the message standing. (Python's recv makes new
bytes each time; only recv_into has the trap.)
"""
# Slides: E-40
# Claims: 86
import socket
import sys

data = bytearray(512)
data[:12] = b"hello server"


def up_to_zero():
    """As printf("%s") sees it: everything before the first zero."""
    return data[:data.index(0)].decode()


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


with socket.create_server(("127.0.0.1", 0)) as server:
    client = socket.create_connection(server.getsockname())
    peer, _ = server.accept()

    peer.sendall(b"ok")
    n = client.recv_into(data)
    print("the server sends ok")
    saw("read says", "2 bytes", f"{n} bytes")
    saw("the buffer prints", "okllo server", up_to_zero())
    saw("the bytes read are", "ok", data[:n].decode())

    peer.close()
    n = client.recv_into(data)
    print("the server closes")
    saw("read says", "the end", "the end" if n == 0 else f"{n} bytes")
    saw("the buffer prints", "okllo server", up_to_zero())
    client.close()
