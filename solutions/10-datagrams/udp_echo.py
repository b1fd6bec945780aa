"""One socket, one thread, any number of clients: whose a datagram is,
stands on it.  udp_echo.py [PORT [ADDRESS]]
"""
import socket
import sys


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def port_of(word):
    if word.isascii() and word.isdigit() and int(word) <= 65535:
        return int(word)
    return fail(2, f"port: not a number from 0 to 65535: {word}")


port = port_of(sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
try:
    family, kind, _, _, local = socket.getaddrinfo(
        address, port, type=socket.SOCK_DGRAM)[0]
except (socket.gaierror, UnicodeError) as e:
    fail(1, f"getaddrinfo: {e}")
try:
    server = socket.socket(family, kind)
    # without SO_REUSEADDR: a second server here is one too many
    server.bind(local)
except OSError as e:
    fail(1, f"bind: {e.strerror}")

port = server.getsockname()[1]
print(f"listening on {address} port {port}", flush=True)
while True:
    data, client = server.recvfrom(65536)
    try:
        server.sendto(data, client)
    except OSError as e:
        # one answer less is what a client has to live with anyway
        print("sendto:", e.strerror, file=sys.stderr)
