"""The smallest complete client: it calls the server, says one thing,
prints the answer, and ends.  simple_client.py [HOST [PORT]]
"""
# Slides: E-40 E-69a
# Claims: 86
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
        host, port, type=socket.SOCK_STREAM)  # <.>
    # end::getaddrinfo[]

    for family, kind, _, _, address in found:  # <.>
        try:
            call = "socket"
            # tag::socket[]
            client = socket.socket(family, kind)
            # end::socket[]
            call = "connect"
            # tag::connect[]
            client.connect(address)
            break  # <.>
            # end::connect[]
        except OSError as e:
            reason = e  # and a socket without a name closes itself
    else:  # no address has answered
        raise reason

    call = "write"
    # tag::write[]
    client.sendall(b"hello server")
    # end::write[]
    call = "shutdown"
    # tag::shutdown[]
    client.shutdown(socket.SHUT_WR)  # <.>
    # end::shutdown[]

    call = "read"
    # tag::read[]
    reply = b""
    while len(reply) < 512:  # <.>
        chunk = client.recv(512 - len(reply))
        if not chunk:
            break
        reply += chunk
    if not reply:
        sys.exit("read: the server said nothing")
    # end::read[]
    print("from server:", reply.decode(errors="replace"))

    call = "close"
    # tag::close[]
    client.close()  # <.>
    # end::close[]
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
