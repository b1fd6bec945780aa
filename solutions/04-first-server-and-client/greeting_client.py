"""A client sends names, one a line, and prints the reply to each. The
server may be slow, terse, rude or gone: the client says so.
greeting_client.py HOST PORT NAME [NAME...]
"""
import socket
import sys


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


if len(sys.argv) < 4:
    fail(2, "usage: greeting_client.py HOST PORT NAME")
host, port, *names = sys.argv[1:]
if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
    fail(2, f"port: not a number from 1 to 65535: {port}")

try:
    # tries every address of the name
    server = socket.create_connection((host, int(port)))
except (socket.gaierror, UnicodeError) as e:
    fail(1, f"getaddrinfo: {e}")
except OSError as e:
    fail(1, f"connect: {e}")

try:
    # one reader for all replies; it keeps bytes, so no character is cut
    replies = server.makefile("rb")
    # what print writes is in the machine's charset unless told
    sys.stdout.reconfigure(encoding="utf-8")
    for name in names:
        server.sendall(name.encode() + b"\n")
        reply = replies.readline()
        if not reply:
            fail(1, "read: the server said nothing")
        print(reply.decode().rstrip("\r\n"), flush=True)
    server.close()
except OSError as e:
    fail(1, f"read: {e.strerror}")
