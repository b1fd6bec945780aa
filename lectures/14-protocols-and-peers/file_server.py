"""A client asks for a name, and gets the file, if it is one of the
folder, and of no other.  file_server.py [PORT [ADDRESS [FOLDER]]]
"""
# Slides: E-35k U-05a U-11a
import os
import pathlib
import signal
import socket
import sys


def port_of(text):
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    print(f"port: '{text}' is not a number from 0 to 65535",
          file=sys.stderr)
    sys.exit(2)


def folder_of(text):
    if os.path.isdir(text):
        return pathlib.Path(text).resolve()
    print(f"folder: '{text}' is none", file=sys.stderr)
    sys.exit(2)


# tag::opened[]
def opened(folder, name):
    """Whatever the reason, a stranger hears only: no such file."""
    try:
        path = (folder / name).resolve(strict=True)  # <.>
        if path.is_relative_to(folder) and path.is_file():  # <.>
            return path.open("rb")
    except (OSError, ValueError, RuntimeError):
        pass
    return None
# end::opened[]


port = port_of(sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
folder = folder_of(sys.argv[3] if len(sys.argv) > 3 else ".")

# Ctrl-C is a way to end, not an error to trace.
signal.signal(signal.SIGINT, signal.SIG_DFL)

# The call we are in: if it fails, the error line begins with it.
call = "getaddrinfo"
try:
    family, kind, _, _, local = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM)[0]

    call = "socket"
    server = socket.socket(family, kind)
    call = "bind"
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(local)
    call = "listen"
    server.listen(5)
    port = server.getsockname()[1]
    print(f"listening on {address} port {port}", flush=True)

    call = "accept"
    client, _ = server.accept()

    call = "read"
    # tag::ask[]
    asked = b""
    while len(asked) < 1025:  # <.>
        chunk = client.recv(1025 - len(asked))
        if not chunk:
            break
        asked += chunk
    name = asked.decode(errors="replace")
    # end::ask[]
    if not asked:
        sys.exit("read: the client said nothing")
    print("from client:", name, flush=True)

    call = "write"
    # tag::answer[]
    file = None
    if len(asked) <= 1024:  # <.>
        file = opened(folder, name)
    if file is None:
        client.sendall(b"NO no such file\n")
        print("no such file")
    else:
        with file:
            size = os.fstat(file.fileno()).st_size  # <.>
            client.sendall(f"OK {size}\n".encode())
            print("bytes sent:", client.sendfile(file))  # <.>
    # end::answer[]
    call = "shutdown"
    # tag::shutdown[]
    client.shutdown(socket.SHUT_WR)  # <.>
    # end::shutdown[]

    call = "close"
    client.close()
    server.close()
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
