"""close gives back one descriptor; the connection ends with the last.
A child that was forked meanwhile holds one too: the parent closes,
and the client waits for an end that does not come until the child
ends as well. shutdown would not wait: it ends the connection itself.
(Not on Windows, where nothing forks.)
"""
# Slides: P-13d E-67c
# Claims: 87
import os
import signal
import socket
import sys


def sees(sock, expected):
    try:
        seen = "something else" if sock.recv(1) else "the end"
    except TimeoutError:
        seen = "nothing yet"
    print(f"the client reads: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


if not hasattr(os, "fork"):
    print("this system has no fork")
    sys.exit(0)

with socket.create_server(("127.0.0.1", 0)) as server:
    client = socket.create_connection(server.getsockname())
    client.settimeout(0.2)
    served, _ = server.accept()

    # the child lives until we close our end of the pipe
    leash = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(4)
        os.close(leash[1])
        os.read(leash[0], 1)
        os._exit(0)

    served.close()
    print("the parent closes")
    sees(client, "nothing yet")
    os.close(leash[1])
    os.waitpid(child, 0)
    print("the child ends")
    sees(client, "the end")
    client.close()
