"""A number says to which request an answer belongs, a connection says
who may answer, and a deadline says how long each try lasts.
reliable_request.py HOST PORT TEXT [TEXT ...]
"""
import socket
import struct
import sys
import time

PATIENCE_SECONDS = (0.2, 0.4, 0.8)


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def port_of(word):
    if word.isascii() and word.isdigit() and 1 <= int(word) <= 65535:
        return int(word)
    return fail(2, f"port: not a number from 1 to 65535: {word}")


def tried(server, request, seconds):
    """The answer, or None if there is none in this time."""
    deadline = time.monotonic() + seconds
    try:
        server.send(request)
    except ConnectionRefusedError:
        pass  # of the try before; the next one may be luckier
    # what is wrong must not prolong the try
    while (left := deadline - time.monotonic()) > 0:
        server.settimeout(left)
        try:
            answer = server.recv(4 + 1000)
        except TimeoutError:
            return None
        except ConnectionRefusedError:
            continue  # nobody is there now
        if answer[:4] == request[:4]:
            return answer[4:]
    return None


def answered(server, number, text):
    # the same bytes each time: it is the same request
    request = struct.pack("!I", number) + text.encode()
    for seconds in PATIENCE_SECONDS:
        answer = tried(server, request, seconds)
        if answer is not None:
            return answer
    return fail(1, "recvfrom: no answer, asked three times")


if len(sys.argv) < 4:
    fail(2, "usage: HOST PORT TEXT [TEXT ...]")
port = port_of(sys.argv[2])
sys.stdout.reconfigure(encoding="utf-8")
call = "getaddrinfo"
try:
    family, kind, _, _, address = socket.getaddrinfo(
        sys.argv[1], port, type=socket.SOCK_DGRAM)[0]
    call = "connect"
    server = socket.socket(family, kind)
    # from now on, strangers are not heard
    server.connect(address)
    call = "recvfrom"
    for number, text in enumerate(sys.argv[3:], start=1):
        print(answered(server, number, text).decode(errors="replace"))
except UnicodeError as e:
    fail(1, f"{call}: {e}")
except OSError as e:
    fail(1, f"{call}: {e.strerror}")
