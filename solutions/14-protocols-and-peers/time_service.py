"""Tells the time in four bytes: the solution of an exercise. By stream
and by datagram, at the same port number; select waits for both.
time_service.py [PORT [ADDRESS [NOW]]]
"""
import select
import socket
import sys
import time

OLDER = 2_208_988_800  # seconds, 1900 to 1970
TRIES = 10


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def number(what, at, most, usual):
    if len(sys.argv) <= at:
        return usual
    word = sys.argv[at]
    if word.isascii() and word.isdigit() and int(word) <= most:
        return int(word)
    return fail(2, f"{what}: not a number from 0 to {most}: {word}")


def now():
    since_1970 = int(time.time()) if pretended < 0 else pretended
    # what does not fit into four bytes is cut off
    return ((since_1970 + OLDER) % 2**32).to_bytes(4, "big")


def both():
    """A port that is free for streams may be taken for datagrams."""
    for left in reversed(range(TRIES)):
        stream = socket.socket(family)
        post = socket.socket(family, socket.SOCK_DGRAM)
        try:
            # for the stream only: a second server for the same
            # datagrams is one too many
            stream.setsockopt(socket.SOL_SOCKET,
                              socket.SO_REUSEADDR, 1)
            stream.bind(local)
            post.bind(stream.getsockname())
            stream.listen(50)
            return stream, post
        except OSError as e:
            stream.close()
            post.close()
            if port != 0 or left == 0:
                fail(1, f"bind: {e.strerror}")


port = number("port", 1, 65535, 1234)
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
pretended = number("NOW", 3, 2**32 - 1, -1)
try:
    family, _, _, _, local = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM)[0]
except (socket.gaierror, UnicodeError) as e:
    fail(1, f"getaddrinfo: {e}")
stream, post = both()
print(f"listening on {address} port {stream.getsockname()[1]}",
      flush=True)
# select may be wrong: who was there a moment ago may have gone
stream.setblocking(False)
post.setblocking(False)
while True:
    ready, _, _ = select.select([stream, post], [], [])
    for one in ready:
        try:
            if one is stream:
                # four bytes always fit: nobody makes this wait
                with stream.accept()[0] as client:
                    client.sendall(now())
            else:
                # what is in it does not matter
                _, asker = post.recvfrom(1)
                post.sendto(now(), asker)
        except OSError as e:
            # one answer less is what a client has to live with
            print("send:", e.strerror, file=sys.stderr)
