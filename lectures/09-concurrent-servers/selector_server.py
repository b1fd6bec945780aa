"""One thread for all: it asks the system which of them have something
to say.  selector_server.py [PORT [ADDRESS [CLIENTS]]]
"""
# Slides: K-15a E-60a E-66a
import contextlib
import os
import selectors
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


class Caller:
    """How far a conversation has come: what a thread would know."""

    def __init__(self, client, n):
        self.client, self.n = client, n
        self.record, self.owed = b"", b""


def hang_up(caller):
    selector.unregister(caller.client)
    caller.client.close()


def accept_all():
    global callers
    while callers < clients or not clients:
        try:
            client, peer = server.accept()
        except BlockingIOError:
            return
        callers += 1
        client.setblocking(False)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        selector.register(client, selectors.EVENT_READ,
                          Caller(client, callers))
        if tells:
            tell(callers, f"from {peer[0]} port {peer[1]},"
                          f" served by pid {os.getpid()}")
    selector.unregister(server)
    server.close()


# tag::serve[]
def serve(caller):
    call = "read"
    try:
        if not caller.owed:
            some = caller.client.recv(80 - len(caller.record))
            if not some and caller.record:
                raise OSError(0, "the end, in a record")
            if not some:
                if tells:
                    tell(caller.n, "has ended")
                return hang_up(caller)
            caller.record += some
            if len(caller.record) < 80:
                return
            if tells:
                tell(caller.n, "says: " + text(caller.record))
            caller.record, caller.owed = b"", REPLY
        call = "write"
        with contextlib.suppress(BlockingIOError):
            sent = caller.client.send(caller.owed)
            caller.owed = caller.owed[sent:]
        wanted = (selectors.EVENT_WRITE if caller.owed
                  else selectors.EVENT_READ)
        if selector.get_key(caller.client).events != wanted:
            selector.modify(caller.client, wanted, caller)
    except OSError as e:
        print(f"client {caller.n}: {call}: {e.strerror}",
              file=sys.stderr)
        hang_up(caller)
# end::serve[]


port = number_of("port", sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
clients = number_of(
    "clients", sys.argv[3] if len(sys.argv) > 3 else "0")
tells = len(sys.argv) > 3
callers = 0

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

    call = "select"
    # tag::accept[]
    selector = selectors.DefaultSelector()
    server.setblocking(False)
    selector.register(server, selectors.EVENT_READ)
    while selector.get_map():
        for key, _ in selector.select():
            if key.data:
                serve(key.data)
            else:
                accept_all()
    # end::accept[]
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
