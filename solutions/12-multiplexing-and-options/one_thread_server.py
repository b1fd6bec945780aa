"""One thread takes orders from many clients. Nothing in it waits but
select: what could not be done yet is kept with its client.
one_thread_server.py [PORT [ADDRESS]]
"""
import re
import selectors
import socket
import sys

MOST = 8_000_000
# The alphabet often enough for a good write, and once more.
LETTERS = memoryview(b"abcdefghijklmnopqrstuvwxyz" * 2500)


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def port_of(word):
    if word.isascii() and word.isdigit() and int(word) <= 65535:
        return int(word)
    return fail(2, f"port: not a number from 0 to 65535: {word}")


class Client:
    """What a thread would know by where it is in the program."""

    def __init__(self, channel):
        self.channel = channel
        self.said = b""
        self.size = None  # of the order we are at
        self.sent = 0  # of its letters
        self.ended = False  # there will be no more orders

    def takes_order(self):
        """Whether there was one. What is none ends it all."""
        line, feed, rest = self.said.partition(b"\n")
        good = re.fullmatch(rb"[0-9]{0,7}", line) and (
            not feed or line and int(line) <= MOST)
        if not good:
            self.ended, self.said = True, b""
            return False
        if feed:
            self.size, self.sent, self.said = int(line), 0, rest
        return bool(feed)

    def deliver(self):
        """One write; whether the answer is complete."""
        if self.sent < self.size:
            start = self.sent % 26
            self.sent += self.channel.send(
                LETTERS[start:start + self.size - self.sent])
        if self.sent < self.size:
            return False
        self.channel.send(b"\n")
        self.size = None
        return True


def serve(client, events):
    if events & selectors.EVENT_READ:
        said = client.channel.recv(256)
        client.said += said
        client.ended = not said
    try:
        while client.size is not None or client.takes_order():
            if not client.deliver():
                break
    except BlockingIOError:
        pass  # no room: the order stays as it is
    if client.size is not None:
        wanted = selectors.EVENT_WRITE
    elif client.ended:
        return hang_up(client)
    else:
        wanted = selectors.EVENT_READ
    selector.modify(client.channel, wanted, client)


def hang_up(client):
    selector.unregister(client.channel)
    client.channel.close()


def accept():
    try:
        channel, _ = server.accept()
    except OSError:
        return  # whoever called has gone again
    channel.setblocking(False)
    selector.register(channel, selectors.EVENT_READ, Client(channel))


port = port_of(sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
try:
    family, kind, _, _, local = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM)[0]
    server = socket.socket(family, kind)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(local)
    server.listen(50)
except OSError as e:
    fail(1, f"bind: {e.strerror}")

server.setblocking(False)
selector = selectors.DefaultSelector()
selector.register(server, selectors.EVENT_READ)
port = server.getsockname()[1]
print(f"listening on {address} port {port}", flush=True)
while True:
    for key, events in selector.select():
        if key.data is None:
            accept()
            continue
        try:
            serve(key.data, events)
        except OSError as e:
            print("client:", e.strerror, file=sys.stderr)
            hang_up(key.data)
