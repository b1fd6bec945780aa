"""The smallest complete client without a connection: it sends one
datagram, waits a second for the answer.  udp_client.py [HOST [PORT]]
"""
# Slides: K-04a K-04d P-11h P-11i R-16d R-16e U-34b
# Claims: 96
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
        host, port, type=socket.SOCK_DGRAM)  # <.>
    # end::getaddrinfo[]

    for family, kind, _, _, address in found:  # <.>
        try:
            call = "socket"
            # tag::socket[]
            client = socket.socket(family, kind)  # <.>
            client.settimeout(1)  # <.>
            # end::socket[]
            call = "sendto"
            # tag::sendto[]
            client.sendto(b"hello server", address)  # <.>
            # end::sendto[]
            call = "recvfrom"
            # tag::recvfrom[]
            reply, sender = client.recvfrom(512)  # <.>
            # end::recvfrom[]
            # tag::close[]
            client.close()  # <.>
            # end::close[]
            break
        except OSError as e:
            reason = e  # and a socket without a name closes itself
    else:  # no address has answered
        raise reason
    print("from server:", reply.decode(errors="replace"))
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except TimeoutError:
    sys.exit(f"{call}: no answer in 1000 ms")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
