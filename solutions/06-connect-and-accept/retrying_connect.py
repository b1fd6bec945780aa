"""A client that does not give up too early, and not too late: every
address of every host in turn, a pause, and again until the deadline.
retrying_connect.py HOST PORT SECONDS [HOST...]
"""
import socket
import sys
import time


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def number(what, word, most):
    if word.isascii() and word.isdigit() and 1 <= int(word) <= most:
        return int(word)
    return fail(2, f"{what}: not a number from 1 to {most}: {word}")


def call(family, address, seconds):
    # a socket whose connect has failed is of no more use: a new one
    with socket.socket(family, socket.SOCK_STREAM) as server:
        try:
            server.settimeout(seconds)
            server.connect(address)
        except TimeoutError:
            print("silent", address[0], flush=True)
            return "no answer"
        except OSError as e:
            print("refused", address[0], flush=True)
            return e.strerror
        print("connected", address[0], flush=True)
    sys.exit(0)


if len(sys.argv) < 4:
    fail(2, "usage: HOST PORT SECONDS [HOST...]")
port = number("port", sys.argv[2], 65535)
seconds = number("seconds", sys.argv[3], 3600)
found = []
for host in [sys.argv[1], *sys.argv[4:]]:
    try:
        found += socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as e:
        fail(1, f"getaddrinfo: {host}: {e}")

deadline = time.monotonic() + seconds
reason = "no time"
while time.monotonic() < deadline:
    for family, _, _, _, address in found:
        left = deadline - time.monotonic()
        # no attempt may outlive the deadline, and 0 means not to wait
        if left <= 0:
            break
        reason = call(family, address, min(0.3, left))
    time.sleep(max(0, min(0.1, deadline - time.monotonic())))
fail(1, f"connect: {reason}")
