"""A server that tells its client who it is: the client's own address,
as the server sees it.  who_server.py [PORT [ADDRESS]]
"""
# Slides: E-65c R-12c U-24d
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


port = port_of(sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

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
    server.setsockopt(
        socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(local)

    call = "listen"
    server.listen(5)

    # Which port is it? Whoever asked for port 0 cannot know yet.
    port = server.getsockname()[1]
    print(f"listening on {address} port {port}", flush=True)

    call = "accept"
    # tag::accept[]
    client, peer = server.accept()
    # end::accept[]

    # tag::peer[]
    host, number = peer[:2]
    caller = f"{host} port {number}"
    # end::peer[]
    print("client from", caller)

    call = "write"
    client.sendall(f"you are {caller}".encode())

    call = "close"
    client.close()
    server.close()
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
