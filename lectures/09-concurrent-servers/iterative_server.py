"""The lowest rung: one client at a time. Whoever calls while we talk
to another waits.  iterative_server.py [PORT [ADDRESS [CLIENTS]]]
"""
# Slides: E-60a E-64 E-66a
import itertools
import os
import signal
import socket
import sys

BACKLOG = 4096  # room for that many callers; Linux allows 4096
REPLY = b"I am server and this is my message".ljust(80, b"\0")


def number_of(what, text):
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    print(f"{what}: '{text}' is not a number from 0 to 65535",
          file=sys.stderr)
    sys.exit(2)


def tell(n, what):
    print(f"client {n} {what}", flush=True)


def text(record):
    """What stands in a record before its first zero byte."""
    return record.split(b"\0", 1)[0].decode(errors="replace")


# tag::serve[]
def serve(client, n):
    call = "setsockopt"
    try:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tells:
            host, port = client.getpeername()[:2]
            tell(n, f"from {host} port {port},"
                    f" served by pid {os.getpid()}")
        call = "read"
        while len(record := client.recv(80, socket.MSG_WAITALL)) == 80:
            if tells:
                tell(n, "says: " + text(record))
            call = "write"
            client.sendall(REPLY)
            call = "read"
        if record:
            raise OSError(0, "the end, in a record")
        if tells:
            tell(n, "has ended")
    except OSError as e:
        print(f"client {n}: {call}: {e.strerror}", file=sys.stderr)
    finally:
        client.close()
# end::serve[]


port = number_of("port", sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
clients = number_of(
    "clients", sys.argv[3] if len(sys.argv) > 3 else "0")
tells = len(sys.argv) > 3

# 1, 2, 3 and so on, for ever unless there is a last one.
numbers = range(1, clients + 1) if clients else itertools.count(1)

# Ctrl-C is a way to end, not an error to trace.
signal.signal(signal.SIGINT, signal.SIG_DFL)

# The call we are in: if it fails, the error line begins with it.
call = "getaddrinfo"
try:
    family, kind, _, _, local = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM)[0]

    call = "socket"
    server = socket.socket(family, kind)

    call = "bind"
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(local)

    call = "listen"
    server.listen(BACKLOG)
    port = server.getsockname()[1]
    print(f"listening on {address} port {port}", flush=True)

    call = "accept"
    # tag::accept[]
    for n in numbers:
        client, _ = server.accept()
        serve(client, n)  # <.>
    # end::accept[]
    server.close()
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
