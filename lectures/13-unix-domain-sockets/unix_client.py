"""The simple client of lecture 04, with a file name for the server's
address: there is no host to look up.  unix_client.py [PATH]
"""
# Slides: E-07c E-44c
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
address = path
# end::address[]

# The call we are in: if it fails, the error line begins with it.
call = "socket"
try:
    # tag::socket[]
    client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    # end::socket[]
    call = "connect"
    # tag::connect[]
    client.connect(address)  # <.>
    # end::connect[]

    call = "write"
    # tag::write[]
    client.sendall(b"hello server")
    # end::write[]
    call = "shutdown"
    # tag::shutdown[]
    client.shutdown(socket.SHUT_WR)
    # end::shutdown[]

    call = "read"
    # tag::read[]
    reply = b""
    while len(reply) < 512:
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
    client.close()
    # end::close[]
except OSError as e:
    # what Python finds out by itself has no strerror
    sys.exit(f"{call}: {e.strerror or e}")
