"""Turns frames round: the solution of an exercise. A server reads
frames, a length and so many bytes, and answers each with its bytes in
reverse. Everything is read by exact counts.
"""
import signal
import socket
import struct
import sys

LONGEST = 65536


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def port_of(word):
    if word.isascii() and word.isdigit() and int(word) <= 65535:
        return int(word)
    fail(2, "port: not a number from 0 to 65535: " + word)


def frame(stream):
    """The next one, or None if the stream ends before there is one."""
    # read waits for all four; only the end makes it fewer
    head = stream.read(4)
    if not head:
        return None
    if len(head) < 4:
        raise EOFError("half a length")
    (length,) = struct.unpack("!I", head)
    # looked at before it is believed
    if length > LONGEST:
        raise ValueError(f"a length of {length}")
    data = stream.read(length)
    if len(data) < length:
        raise EOFError("half a frame")
    return data


def serve(client):
    # one file for the whole connection: it reads ahead
    with client, client.makefile("rb") as stream:
        while (data := frame(stream)) is not None:
            client.sendall(struct.pack("!I", len(data)) + data[::-1])


signal.signal(signal.SIGINT, signal.SIG_DFL)
port = port_of(sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
try:
    server = socket.create_server((address, port))
except OSError as e:
    fail(1, f"bind: {e.strerror}")
print(f"listening on {address} port {server.getsockname()[1]}",
      flush=True)
while True:
    accepted, _ = server.accept()
    try:
        serve(accepted)
    except (OSError, EOFError, ValueError) as e:
        # it costs itself, not the next one
        print(f"client: {e}", file=sys.stderr)
