"""Gets a page by HTTP: the solution of an exercise. The head is lines,
the body is bytes.  http_get.py HOST PORT PATH
"""
import re
import socket
import sys

LONGEST_HEAD = 16_384


def fail(status, line):
    # what came before the trouble is not lost with it
    sys.stdout.flush()
    print(line, file=sys.stderr)
    sys.exit(status)


def head_of(stream):
    """All that comes before the empty line, as lines."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = stream.readline(LONGEST_HEAD + 1 - len(head))
        if not line:
            fail(1, "read: the head has no end")
        head += line
        if len(head) > LONGEST_HEAD:
            fail(1, f"read: more than {LONGEST_HEAD} bytes of head")
    return head[:-4].decode("latin-1").split("\r\n")


def length_of(headers):
    """As Content-Length has it, or None: only the end ends it."""
    length = None
    for header in headers:
        name, colon, value = header.partition(":")
        if not colon:
            fail(1, "read: a header without a colon")
        if name.lower() == "transfer-encoding":
            fail(1, f"read: the body is encoded: {value}")
        if name.lower() == "content-length":
            if not re.fullmatch("[0-9]{1,18}", value.strip()):
                fail(1, f"read: no length: {value}")
            length = int(value)
    return length


def copy(stream, length):
    """Piece by piece: a length is what somebody has said."""
    while length is None or length > 0:
        size = 8192 if length is None else min(8192, length)
        some = stream.read1(size)
        if not some:
            if length is not None:
                fail(1, f"read: {length} bytes are missing")
            return
        sys.stdout.buffer.write(some)
        if length is not None:
            length -= len(some)


if len(sys.argv) != 4:
    fail(2, "usage: http_get.py HOST PORT PATH")
host, port, path = sys.argv[1:]
if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
    fail(2, "port: not a number from 1 to 65535")
# or the path could bring lines of its own into the request
if not re.fullmatch("/[!-~]*", path):
    fail(2, "path: not / and printable ASCII")
try:
    server = socket.create_connection((host, int(port)))
except (socket.gaierror, UnicodeError) as e:
    fail(1, f"getaddrinfo: {e}")
except OSError as e:
    fail(1, f"connect: {e.strerror}")
try:
    request = f"GET {path} HTTP/1.0\r\nHost: {host}:{port}\r\n\r\n"
    server.sendall(request.encode())
    # one file for all of it: it reads ahead, and what it has of the
    # body while it hands out the head must not get lost
    stream = server.makefile("rb")
    status, *headers = head_of(stream)
    code = re.fullmatch(r"HTTP/1\.[0-9] ([1-9][0-9]{2})( .*)?", status)
    if not code:
        fail(1, "read: no status line")
    if code[1][0] != "2":
        fail(3, f"status: {status[9:].strip()}")
    # 204 has no body, and no header that says so
    if code[1] != "204":
        copy(stream, length_of(headers))
    sys.stdout.flush()
except OSError as e:
    fail(1, f"read: {e.strerror}")
