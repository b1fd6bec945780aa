"""Who makes the connection? Not socket(), and not accept(): connect()
asks, the server's system answers, and the server's program may sleep
through it all. accept() only fetches what is ready.
"""
# Slides: K-06a K-07b K-07d R-12d U-19b U-24b U-27c U-27f
# Claims: 62 64 65 66 73
import socket
import sys


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def somebody_waits():
    """Only asked when nobody has called: whom it accepts is lost."""
    server.settimeout(0.1)
    try:
        _, peer = server.accept()
        return f"port {peer[1]}"
    except TimeoutError:
        return "empty"
    finally:
        server.settimeout(None)


def written():
    try:
        client.sendall(b"early")
        return "fine"
    except OSError:
        return "an error"


def read_all(s):
    came = b""
    while chunk := s.recv(512):
        came += chunk
    return came.decode()


server = socket.create_server(("127.0.0.1", 0), backlog=5)

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
saw("after socket, the server's queue", "empty", somebody_waits())
saw("a write before connect", "an error", written())

client.connect(server.getsockname())
port = client.getsockname()[1]
saw("after connect, and no accept yet, a write", "fine", written())
client.shutdown(socket.SHUT_WR)
print("the client has said all it wanted to say")

child, peer = server.accept()
saw("now accept: the child's peer", f"port {port}", f"port {peer[1]}")
saw("the child reads", "early", read_all(child))

child.sendall(b"late")
child.close()
saw("the client's own port is still",
    f"port {port}", f"port {client.getsockname()[1]}")
saw("and on the socket it always had, it reads",
    "late", read_all(client))
client.close()
server.close()
