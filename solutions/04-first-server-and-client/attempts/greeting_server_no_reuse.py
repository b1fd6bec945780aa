# Marks: 19 of 20
# Fails: port
# Mistake: PORT_NOT_REUSED
# Comment: Restart it while somebody is connected, and bind fails for a
#   minute. One setsockopt before bind, SO_REUSEADDR, and it does not;
#   socket.create_server would have done it for you.
"""Greets whoever calls, but needs its port for itself.
greeting_server_no_reuse.py [PORT [ADDRESS]]
"""
import socket
import sys


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


port = sys.argv[1] if len(sys.argv) > 1 else "1234"
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
if not (port.isascii() and port.isdigit() and int(port) < 65536):
    fail(2, f"port: not a number from 0 to 65535: {port}")

server = socket.socket()
try:
    server.bind((host, int(port)))
    server.listen(5)
except OSError as e:
    fail(1, f"bind: {e.strerror}")
bound, number = server.getsockname()[:2]
print(f"listening on {bound} port {number}", flush=True)

while True:
    client, _ = server.accept()
    try:
        with client, client.makefile("rb") as lines:
            for line in lines:
                name = line.rstrip(b"\r\n") or b"nobody"
                client.sendall(b"hello " + name + b"\n")
    except OSError as e:
        print(f"recv: {e.strerror}", file=sys.stderr)
