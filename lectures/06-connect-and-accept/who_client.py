"""A client with two ports to tell apart: the one that it was given on
the command line, and its own.  who_client.py [HOST [PORT]]
"""
# Slides: E-54a E-54b E-55a E-57a U-24a U-24c
# Claims: 28 42
import signal
import socket
import sys


def port_of(text):
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    print(f"port: '{text}' is not a number from 0 to 65535",
          file=sys.stderr)
    sys.exit(2)


host = sys.argv[1] if len(sys.argv) > 1 else "localhost"
port = port_of(sys.argv[2] if len(sys.argv) > 2 else "1234")

# Ctrl-C is a way to end, not an error to trace.
signal.signal(signal.SIGINT, signal.SIG_DFL)

# The call we are in: if it fails, the error line begins with it.
call = "getaddrinfo"
try:
    # tag::getaddrinfo[]
    found = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM)
    # end::getaddrinfo[]

    for family, kind, _, _, address in found:
        try:
            call = "socket"
            client = socket.socket(family, kind)
            call = "connect"
            # tag::connect[]
            client.connect(address)
            break
            # end::connect[]
        except OSError as e:
            reason = e  # and a socket without a name closes itself
    else:  # no address has answered
        raise reason

    # tag::getsockname[]
    mine = client.getsockname()
    print("I am    ", mine[0], "port", mine[1])
    # end::getsockname[]
    # tag::getpeername[]
    theirs = client.getpeername()
    print("I called", theirs[0], "port", theirs[1])
    # end::getpeername[]

    call = "read"
    reply = b""
    while len(reply) < 512:
        chunk = client.recv(512 - len(reply))
        if not chunk:
            break
        reply += chunk
    if not reply:
        sys.exit("read: the server said nothing")
    print("from server:", reply.decode(errors="replace"))

    call = "close"
    client.close()
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
