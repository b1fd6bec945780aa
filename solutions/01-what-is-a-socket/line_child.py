"""A program that is started, told a port, and calls back: its parent
says a line, it says the same in capital letters, and ends.
line_child.py HOST PORT
"""
import socket
import sys


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


if len(sys.argv) != 3:
    fail(2, "usage: line_child.py HOST PORT")
host, port = sys.argv[1:]
if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
    fail(2, f"port: not a number from 1 to 65535: {port}")

call = "connect"
try:
    with socket.create_connection((host, int(port))) as parent:
        call = "read"
        # the bytes up to \n or EOF: a character is never cut in two
        line = parent.makefile("rb").readline()
        if not line:
            fail(1, "read: the parent said nothing")
        call = "write"
        # upper() knows no language, only Unicode
        answer = line.decode().rstrip("\r\n").upper() + "\n"
        parent.sendall(answer.encode())
except OSError as e:
    fail(1, f"{call}: {e.strerror}")
