"""The child that served has gone, but the parent has not closed its
own copy of the socket. The client has read all there is, and cannot
know that it was all.
"""
# Slides: K-15d E-66c
# Claims: 94
import os
import socket
import sys


def end(client):
    client.settimeout(0.3)
    try:
        return "more bytes" if client.recv(1) else "the end"
    except socket.timeout:
        return "no end within 300 ms"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


with socket.create_server(("127.0.0.1", 0)) as server:
    client = socket.create_connection(server.getsockname())
    accepted, _ = server.accept()

    # tag::serve[]
    if os.fork() == 0:
        accepted.sendall(b"bye")
        accepted.close()
        os._exit(0)
    os.wait()
    # end::serve[]

    saw("the client reads", "bye",
        client.recv(3, socket.MSG_WAITALL).decode())
    saw("who served it has gone", "no end within 300 ms", end(client))
    # tag::close[]
    accepted.close()
    # end::close[]
    saw("the forgotten socket is closed", "the end", end(client))
    client.close()
