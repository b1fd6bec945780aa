# Marks: 18 of 20
# Fails: reset
# Mistake: DIES_OF_BAD_CLIENT
# Comment: A client breaks off, recv raises ConnectionResetError, and
#   the whole server ends with a traceback. What goes wrong with one
#   client must be caught inside the loop over clients.
"""Greets whoever calls, until somebody breaks off.
greeting_server_uncaught.py [PORT [ADDRESS]]
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

try:
    server = socket.create_server((host, int(port)))
except OSError as e:
    fail(1, f"bind: {e.strerror}")
bound, number = server.getsockname()[:2]
print(f"listening on {bound} port {number}", flush=True)

while True:
    client, _ = server.accept()
    with client, client.makefile("rb") as lines:
        for line in lines:
            name = line.rstrip(b"\r\n") or b"nobody"
            client.sendall(b"hello " + name + b"\n")
