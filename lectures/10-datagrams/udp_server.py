"""The smallest complete server without a connection: it takes one
datagram, answers whoever sent it, ends.  udp_server.py [PORT [ADDRESS]]
"""
# Slides: K-04d P-11h P-11i R-16a R-16b R-16c R-16d R-16e U-34a
# Claims: 100
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
    family, kind, _, _, local = socket.getaddrinfo(  # <.>
        address, port, type=socket.SOCK_DGRAM)[0]

    call = "socket"
    # tag::socket[]
    server = socket.socket(family, kind)  # <.>
    # end::socket[]

    call = "bind"
    # tag::bind[]
    server.bind(local)  # <.>
    # end::bind[]

    # Which port is it? Whoever asked for port 0 cannot know yet.
    port = server.getsockname()[1]
    print(f"listening on {address} port {port}", flush=True)

    call = "recvfrom"
    # tag::recvfrom[]
    message, client = server.recvfrom(512)  # <.>
    # end::recvfrom[]
    print("from client:", message.decode(errors="replace"))

    call = "sendto"
    # tag::sendto[]
    server.sendto(b"back to ya client", client)  # <.>
    # end::sendto[]

    call = "close"
    # tag::close[]
    server.close()  # <.>
    # end::close[]
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
