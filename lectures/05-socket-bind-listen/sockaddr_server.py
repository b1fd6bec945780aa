"""The simple server on a sockaddr_in: Python fills it from a pair, the
address and the port. IPv4 only.  sockaddr_server.py [PORT [ADDRESS]]
"""
# Slides: E-43a E-43c E-47a E-48a E-50a U-17a P-12b
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
signal.signal(signal.SIGINT, signal.SIG_DFL)

# The call we are in: if it fails, the error line begins with it.
call = "inet_pton"
try:
    # tag::sockaddr[]
    name = (address, port)  # <.>
    try:
        socket.inet_pton(socket.AF_INET, address)
    except OSError:
        sys.exit("inet_pton: not an IPv4 address")
    # end::sockaddr[]

    call = "socket"
    # tag::socket[]
    server = socket.socket(
        socket.AF_INET, socket.SOCK_STREAM, 0) 
    # end::socket[]
    call = "bind"
    # tag::bind[]
    server.setsockopt(
        socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(name) 
    # end::bind[]
    call = "listen"
    # tag::listen[]
    server.listen(5)
    # end::listen[]

    # tag::getsockname[]
    port = server.getsockname()[1] 
    print(f"listening on {address} port {port}", flush=True)
    # end::getsockname[]

    call = "accept"
    # tag::accept[]
    client, peer = server.accept() 
    # end::accept[]
    call = "read"
    message = b""
    while len(message) < 512:
        chunk = client.recv(512 - len(message))
        if not chunk:
            break
        message += chunk
    if not message:
        sys.exit("read: the client said nothing")
    print("from client:", message.decode(errors="replace"))

    call = "write"
    client.sendall(b"back to ya client")
    client.close()
    server.close()
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
