"""Reads lines with a limit: the solution of an exercise. A client
prints each line that a server says, and how long it is. It asks for a
limited line, since the end of a long one may never come.
"""
import socket
import sys


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def number(what, word, most):
    if word.isascii() and word.isdigit() and 1 <= int(word) <= most:
        return int(word)
    fail(2, f"{what}: not a number from 1 to {most}: {word}")


if len(sys.argv) != 4:
    fail(2, "usage: line_reader.py HOST PORT MAX")
port = number("port", sys.argv[2], 65535)
longest = number("max", sys.argv[3], 1000000)
try:
    server = socket.create_connection((sys.argv[1], port))
except OSError as e:
    fail(1, f"connect: {e.strerror}")
try:
    stream = server.makefile("rb")
    count = 0
    # room for the line and for \r\n, and not for more
    while line := stream.readline(longest + 1):
        count += 1
        if len(line) > longest and line[-1:] == b"\r":
            line += stream.readline(1)
        if line.endswith(b"\r\n"):
            line = line[:-2]
        elif line.endswith(b"\n"):
            line = line[:-1]
        if len(line) > longest:
            fail(1, f"read: line {count} is longer than"
                    f" {longest} bytes")
        # what came as UTF-8 goes on as it is
        sys.stdout.buffer.write(b"%d %s\n" % (len(line), line))
        sys.stdout.buffer.flush()
    server.close()
except OSError as e:
    fail(1, f"read: {e.strerror}")
