"""A server looks for a free port in a range, and says which it found.
open_server.py [FIRST [LAST [BACKLOG]]]
"""
import socket
import sys


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def number(at, missing, least, most):
    if len(sys.argv) <= at:
        return missing
    word = sys.argv[at]
    if word.isascii() and word.isdigit() and least <= int(word) <= most:
        return int(word)
    return fail(2, f"{word} is not a number from {least} to {most}")


def opened(first, last, backlog):
    for port in range(first, last + 1):
        server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            server.setsockopt(
                socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(("127.0.0.1", port))
            server.listen(backlog)
            return server
        except OSError as e:
            # it has failed to get a name, but it is still a socket
            server.close()
            why = e.strerror
    return fail(1, f"bind: ports {first} to {last}: {why}")


first = number(1, 1234, 0, 65535)
last = number(2, first, first, 65535)
server = opened(first, last, number(3, 5, 1, 65535))
port = server.getsockname()[1]
print(f"listening on 127.0.0.1 port {port}", flush=True)
while True:
    client, _ = server.accept()
    # a client that breaks off costs itself, not the next one
    with client:
        try:
            client.sendall(f"port {port}\n".encode())
            while client.recv(4096):
                pass  # whatever it says, we wait for the end of it
        except OSError as e:
            print("client:", e.strerror, file=sys.stderr)
