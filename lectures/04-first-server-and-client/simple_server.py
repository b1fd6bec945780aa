"""The smallest complete server: it waits for one client, prints what
the client says, answers, and ends.  simple_server.py [PORT [ADDRESS]]
"""
# Slides: E-39 E-68a
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


port = port_of(sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

# Ctrl-C is a way to end, not an error to trace.
signal.signal(signal.SIGINT, signal.SIG_DFL)

# The call we are in: if it fails, the error line begins with it.
call = "getaddrinfo"
try:
    family, kind, _, _, local = socket.getaddrinfo(  # <.>
        address, port, type=socket.SOCK_STREAM)[0]

    call = "socket"
    # tag::socket[]
    server = socket.socket(family, kind)  # <.>
    # end::socket[]

    call = "bind"
    # tag::bind[]
    server.setsockopt(
        socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # <.>
    server.bind(local)
    # end::bind[]

    call = "listen"
    # tag::listen[]
    server.listen(5)
    # end::listen[]

    # Which port is it? Whoever asked for port 0 cannot know yet.
    port = server.getsockname()[1]
    print(f"listening on {address} port {port}", flush=True)

    call = "accept"
    # tag::accept[]
    client, peer = server.accept()  # <.>
    # end::accept[]

    call = "read"
    # tag::read[]
    message = b""
    while len(message) < 512:  # <.>
        chunk = client.recv(512 - len(message))
        if not chunk:
            break
        message += chunk
    if not message:
        sys.exit("read: the client said nothing")
    # end::read[]
    print("from client:", message.decode(errors="replace"))  # <.>

    call = "write"
    # tag::write[]
    client.sendall(b"back to ya client")  # <.>
    # end::write[]

    call = "close"
    # tag::close[]
    client.close()  # <.>
    server.close()
    # end::close[]
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
