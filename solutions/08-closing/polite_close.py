"""A server counts up to the number that its client says, and closes
so that the client gets all of it: it ends its sending, reads what
still comes, and leaves at the client's end, or after a second.
polite_close.py [PORT [ADDRESS]]
"""
import signal
import socket
import sys
import time

MOST = 100_000
STAYS = 1


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def port_of(text):
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    return fail(2, f"port: not a number from 0 to 65535: {text}")


def line_of(client):
    line = b""
    # a byte at a time is slow, and this line is short
    while len(line) < 100:
        byte = client.recv(1)
        if not byte:
            return None
        if byte == b"\n":
            break
        line += byte
    return line


def reply_to(line):
    number = int(line) if line.isdigit() else 0
    if not 1 <= number <= MOST:
        return b"what?\n"
    return b"".join(b"%d\n" % i for i in range(1, number + 1))


def drain(client):
    """Until there is nothing unread: that would make a reset."""
    # one deadline for all: a limit for each read is none for a
    # client that says a byte now and then
    deadline = time.monotonic() + STAYS
    try:
        while (left := deadline - time.monotonic()) > 0:
            client.settimeout(left)
            if not client.recv(8192):
                return
    except TimeoutError:
        pass  # whoever stays that long has had time to read


def serve(client):
    """A client that breaks off costs itself, not the next one."""
    with client:
        try:
            line = line_of(client)
            if line is None:
                return
            client.sendall(reply_to(line))
            # the reply is complete: the client need not wait for us
            client.shutdown(socket.SHUT_WR)
            drain(client)
        except OSError as e:
            print("client:", e.strerror, file=sys.stderr)


signal.signal(signal.SIGINT, signal.SIG_DFL)
port = port_of(sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
family = socket.AF_INET6 if ":" in address else socket.AF_INET
try:
    server = socket.socket(family, socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((address, port))
    server.listen(50)
except OSError as e:
    fail(1, f"bind: {e.strerror}")
print(f"listening on {address} port {server.getsockname()[1]}",
      flush=True)
while True:
    serve(server.accept()[0])
