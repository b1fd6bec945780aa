"""The client on the slide reads the reply into the buffer from which
it had sent, and prints the buffer. A reply shorter than the message
leaves the rest of the message standing. (Python's recv makes a new
string each time; only recv_into has the trap.)
"""
# Slides: E-40
# Claims: 86
import socket

data = bytearray(512)
data[:12] = b"hello server"


def up_to_zero():
    """As printf("%s") sees it: everything before the first zero."""
    return data[:data.index(0)].decode()


with socket.create_server(("127.0.0.1", 0)) as server:
    client = socket.create_connection(server.getsockname())
    peer, _ = server.accept()

    peer.sendall(b"ok")
    n = client.recv_into(data)
    print("the server sent:    ok")
    print("read says:         ", n, "bytes")
    print("the buffer prints: ", up_to_zero())
    print("the bytes read are:", data[:n].decode())

    peer.close()
    n = client.recv_into(data)
    print("the server closed")
    print("read says:         ",
          "end of stream" if n == 0 else f"{n} bytes")
    print("the buffer prints: ", up_to_zero())
    client.close()
