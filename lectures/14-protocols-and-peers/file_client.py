"""Asks the file server for a name and takes what it sends; with a
fourth argument, it keeps it.
file_client.py [HOST [PORT [NAME [COPY]]]]
"""
# Slides: E-35k U-05a U-11a
import os
import re
import signal
import socket
import sys


def port_of(text):
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    print(f"port: '{text}' is not a number from 0 to 65535",
          file=sys.stderr)
    sys.exit(2)


def copy_of(argv):
    """Makes a new file: what is there already is not overwritten."""
    try:
        if len(argv) > 4:
            return open(argv[4], "xb")
        return open(os.devnull, "wb")
    except OSError:
        sys.exit(f"open: cannot make '{argv[4]}'")


host = sys.argv[1] if len(sys.argv) > 1 else "localhost"
port = port_of(sys.argv[2] if len(sys.argv) > 2 else "1234")
name = sys.argv[3] if len(sys.argv) > 3 else "README.adoc"

# Ctrl-C is a way to end, not an error to trace.
signal.signal(signal.SIGINT, signal.SIG_DFL)

# The call we are in: if it fails, the error line begins with it.
call = "getaddrinfo"
try:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for family, kind, _, _, address in found:
        try:
            call = "socket"
            client = socket.socket(family, kind)
            call = "connect"
            client.connect(address)
            break
        except OSError as e:
            reason = e  # and a socket without a name closes itself
    else:  # no address has answered
        raise reason

    call = "write"
    # tag::ask[]
    client.sendall(os.fsencode(name))
    client.shutdown(socket.SHUT_WR)  # <.>
    # end::ask[]

    call = "read"
    # tag::answer[]
    reader = client.makefile("rb")
    line = reader.readline(80)  # <.>
    answer = line.decode(errors="replace").rstrip("\n")
    if not answer:
        sys.exit("read: the server said nothing")
    if not re.fullmatch("OK [0-9]{1,18}", answer):
        sys.exit(f"read: the server says {answer}")
    size = int(answer[3:])
    # end::answer[]
    # tag::file[]
    got = 0
    with copy_of(sys.argv) as copy:
        while chunk := reader.read1(65536):  # <.>
            copy.write(chunk)
            got += len(chunk)
    if got != size:  # <.>
        sys.exit(f"read: {got} bytes came, of {size}")
    # end::file[]
    print(f"{name}: {got} bytes")
    client.close()
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
