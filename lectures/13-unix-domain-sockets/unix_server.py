"""The simple server of lecture 04, with a file name for its address:
nobody can call it but this machine.  unix_server.py [PATH]
"""
# Slides: E-07c E-44c
import pathlib
import signal
import socket
import sys


def path_of(text):
    if text:
        return text
    print("path: '' names no file", file=sys.stderr)
    sys.exit(2)


path = path_of(sys.argv[1] if len(sys.argv) > 1 else "/tmp/hello.sock")

# Ctrl-C is a way to end, not an error to trace.
signal.signal(signal.SIGINT, signal.SIG_DFL)

# tag::address[]
address = path  # <.>
# end::address[]

# The call we are in: if it fails, the error line begins with it.
call = "socket"
try:
    # tag::socket[]
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)  # <.>
    # end::socket[]

    call = "bind"
    # tag::bind[]
    server.bind(address)  # <.>
    # end::bind[]

    call = "listen"
    # tag::listen[]
    server.listen(5)
    # end::listen[]
    print(f"listening on {path}", flush=True)

    call = "accept"
    # tag::accept[]
    client, peer = server.accept()
    # end::accept[]

    call = "unlink"
    # tag::unlink[]
    pathlib.Path(path).unlink(missing_ok=True)  # <.>
    # end::unlink[]

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
    print("from client:", message.decode(errors="replace"))

    call = "write"
    # tag::write[]
    client.sendall(b"back to ya client")
    # end::write[]

    call = "close"
    # tag::close[]
    client.close()
    server.close()
    # end::close[]
except OSError as e:
    # what Python finds out by itself has no strerror
    sys.exit(f"{call}: {e.strerror or e}")
