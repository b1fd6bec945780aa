"""What comes on stdin goes to a host: a little in one datagram, more
by stream. A digest comes back, and proves that all has arrived.
choose_transport.py HOST PORT
"""
import hashlib
import socket
import sys
import time

FITS = 1200  # bytes, in a packet on any network
DIGEST = 32  # bytes
TRIES = 4
PATIENCE = 0.15  # s, after each try


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def answer(one):
    """An answer of the right length, or None when the time is up."""
    end = time.monotonic() + PATIENCE
    # what is ignored must not make us wait any longer
    while (left := end - time.monotonic()) > 0:
        one.settimeout(left)
        try:
            # one byte more than a digest: what fills it is none
            came = one.recv(DIGEST + 1)
        except (TimeoutError, ConnectionRefusedError):
            return None
        if len(came) == DIGEST:
            return came
    return None


def by_datagram(host, port, data):
    family, kind, _, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, kind) as one:
        # connected: the system sorts out whoever else may write
        one.connect(address)
        for _ in range(TRIES):
            one.send(data)
            came = answer(one)
            if came:
                return came
    return fail(1, f"read: no answer to {TRIES} datagrams")


def by_stream(host, port, data):
    try:
        stream = socket.create_connection((host, port))
    except socket.gaierror:
        raise
    except OSError as e:
        fail(1, f"connect: {e.strerror}")
    with stream:
        stream.sendall(data)
        # the end of our sending is what tells the host to answer
        stream.shutdown(socket.SHUT_WR)
        came = stream.makefile("rb").read(DIGEST)
    if len(came) < DIGEST:
        fail(1, "read: the stream ended before the digest")
    return came


if len(sys.argv) != 3:
    fail(2, "port: call it with HOST PORT")
host, port = sys.argv[1:]
if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
    fail(2, f"port: not a number from 1 to 65535: {port}")
data = sys.stdin.buffer.read()
little = len(data) <= FITS
try:
    send = by_datagram if little else by_stream
    came = send(host, int(port), data)
except (socket.gaierror, UnicodeError) as e:
    fail(1, f"getaddrinfo: {e}")
except OSError as e:
    fail(1, f"read: {e.strerror}")
if came != hashlib.sha256(data).digest():
    fail(1, "digest: something else has arrived")
print("udp" if little else "tcp", len(data))
