"""listen only says "from now on". The one that waits is accept. What
an early client says lies with its own connection, and is read from the
socket that accept returns, never from the listening one.
"""
# Slides: E-50b E-50c E-50d
# Claims: 57 58
import socket
import sys


def accepts(server):
    try:
        _, address = server.accept()
        return f"a caller: {address}"
    except TimeoutError:
        return "still waiting"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 0))
server.listen(5)
print("listen has returned, and nobody has called yet")

# accept would wait for ever: give it a time limit.
server.settimeout(0.2)
saw("accept", "still waiting", accepts(server))

with socket.create_connection(server.getsockname()) as client:
    client.sendall(b"early")
    child, _ = server.accept()
    with child:
        words = child.recv(5, socket.MSG_WAITALL)
        saw("the accepted socket reads", "early", words.decode())
server.close()
