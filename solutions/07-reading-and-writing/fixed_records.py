"""Speaks in records of 80 bytes: the solution of an exercise. A client
says texts, each in a record of 80 bytes, and prints the text of each
record that comes back. 80 is 80: nothing else ends it.
"""
import os
import socket
import sys

SIZE = 80


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def record_of(word):
    # the bytes as they were typed, whatever the machine's charset
    text = os.fsencode(word)
    if len(text) > SIZE:
        fail(2, f"text: more than {SIZE} bytes")
    return text.ljust(SIZE, b"\0")


if len(sys.argv) < 4:
    fail(2, "usage: fixed_records.py HOST PORT TEXT [TEXT ...]")
port = sys.argv[2]
if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
    fail(2, "port: not a number from 1 to 65535: " + port)
# all of them are looked at before anybody is called
records = [record_of(word) for word in sys.argv[3:]]
try:
    server = socket.create_connection((sys.argv[1], int(port)))
except OSError as e:
    fail(1, f"connect: {e.strerror}")
try:
    # one file for the whole connection: it reads ahead
    stream = server.makefile("rb")
    for record in records:
        server.sendall(record)
        reply = stream.read(SIZE)
        if len(reply) < SIZE:
            fail(1, f"read: only {len(reply)} bytes of {SIZE}")
        sys.stdout.buffer.write(reply.partition(b"\0")[0] + b"\n")
        sys.stdout.buffer.flush()
    stream.close()
    server.close()
except OSError as e:
    fail(1, f"read: {e.strerror}")
