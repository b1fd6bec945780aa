"""One function copies from file to file, to a socket and from a
socket: it only knows files. Then the three places where the likeness
ends: there is no going back, silence is not the end, and the end is
something that the other side says.
"""
# Slides: E-05a E-05b E-05c P-03b K-02a E-34d E-34e
# Claims: 2 4
import socket
import sys
import tempfile


# tag::copy[]
def copy(source, target):
    total = 0
    while some := source.read(8):  # <.>
        target.write(some)  # <.>
        total += len(some)
    target.flush()
    return total
# end::copy[]


def end(any_socket):
    try:
        return "a byte" if any_socket.recv(1) else "the end"
    except TimeoutError:
        return "waits"


def saw(what, expected, seen):
    if isinstance(seen, bool):
        expected, seen = str(expected).lower(), str(seen).lower()
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


first = tempfile.TemporaryFile()
second = tempfile.TemporaryFile()
third = tempfile.TemporaryFile()
first.write(b"a file, or is it a socket?")
first.seek(0)

server = socket.create_server(("127.0.0.1", 0), backlog=1)
near = socket.create_connection(server.getsockname())
far, _ = server.accept()

# tag::use[]
saw("bytes, file to file", 26, copy(first, second))
second.seek(0)
with near.makefile("wb") as out:
    saw("bytes, file to socket", 26, copy(second, out))
near.shutdown(socket.SHUT_WR)  # <.>
with far.makefile("rb") as incoming:
    saw("bytes, socket to file", 26, copy(incoming, third))
# end::use[]
for file in (first, third):
    file.seek(0)
saw("the last file is the first again", True,
    first.read() == third.read())

# tag::seek[]
saw("back to the beginning, in a file", True, first.seekable())
with near.makefile("rb") as incoming:
    saw("back to the beginning, in a socket", False,
        incoming.seekable())
# end::seek[]

# tag::silence[]
near.settimeout(0.05)
saw("nothing there, and the other is silent", "waits", end(near))
far.shutdown(socket.SHUT_WR)
saw("nothing there, and the other has finished", "the end", end(near))
# end::silence[]
for one in (near, far, server, first, second, third):
    one.close()
