"""Somebody sends back what he gets, by stream or by datagram. The
program finds out, and says what has become of its messages.
probe.py PORT
"""
import socket
import sys

SILENCE = 0.4
MESSAGES = [f"probe {n}\n".encode() for n in range(1, 9)]


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def to_port(word):
    if word.isascii() and word.isdigit() and 0 < int(word) < 65536:
        return int(word)
    return fail(2, f"port: not a number from 1 to 65535: {word}")


def note(data, came):
    """Notes its number, if it is one of ours and whole."""
    if data in MESSAGES:
        came.append(MESSAGES.index(data) + 1)


def by_stream(stream, came):
    """How it ended; what came before that counts in any case."""
    stream.settimeout(SILENCE)
    whole = b""
    try:
        stream.sendall(b"".join(MESSAGES))
        stream.shutdown(socket.SHUT_WR)
        # a stream has no messages: we put them together ourselves
        while chunk := stream.recv(8 - len(whole)):
            whole += chunk
            if len(whole) == 8:
                note(whole, came)
                whole = b""
        return "seen"
    except TimeoutError:
        return "silence"
    except OSError:
        return "broken"


def by_datagram(port, came):
    """The only end that datagrams have is that no more come."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        # connected: then strangers are not heard
        one.connect(("127.0.0.1", port))
        one.settimeout(SILENCE)
        try:
            for message in MESSAGES:
                one.send(message)
            while True:
                # one byte more than a message: then it is too long
                note(one.recv(9), came)
        except (TimeoutError, ConnectionRefusedError):
            return "silence"


def listed(numbers):
    return " ".join(map(str, numbers)) or "none"


port = to_port(sys.argv[1] if len(sys.argv) > 1 else "")
came = []
try:
    with socket.create_connection(("127.0.0.1", port)) as stream:
        transport = "tcp"
        end = by_stream(stream, came)
except ConnectionRefusedError:
    transport = "udp"
    end = by_datagram(port, came)
if not came:
    fail(1, "read: nobody answers")
print("transport", transport)
print("came", listed(came))
print("lost", listed(n for n in range(1, 9) if n not in came))
print("twice", listed(n for n in range(1, 9) if came.count(n) > 1))
print("end", end)
