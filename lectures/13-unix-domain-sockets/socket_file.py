"""The file of a socket: bind makes it, close does not take it away.
What stays behind is a name that nobody answers to, and that nobody
else can have.
"""
# Slides: E-07c E-07e
# Claims: 36
import errno
import os
import pathlib
import socket
import sys
import tempfile

all_as_expected = True


def unix_socket():
    return socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)


def opened(file):
    try:
        with open(file, "rb"):
            return "opened"
    except OSError:
        return "an error"


def called(file):
    with unix_socket() as s:
        try:
            s.connect(str(file))
            return "connected"
        except ConnectionRefusedError:
            return "refused"
        except FileNotFoundError:
            return "no such file"


def bound(file):
    with unix_socket() as s:
        try:
            s.bind(str(file))
            return "fine"
        except OSError as e:
            if e.errno != errno.EADDRINUSE:
                raise
            return "in use"


def yes(is_so):
    return "yes" if is_so else "no"


def saw(what, expected, seen):
    global all_as_expected
    print(f"  {what}: expected {expected}, saw {seen}")
    all_as_expected &= expected == seen


folder = tempfile.mkdtemp(prefix="lecture-13-")
file = pathlib.Path(folder, "hello.sock")

print("a server is bound to the path")
server = unix_socket()
server.bind(str(file))
server.listen(5)
saw("is there a file", "yes", yes(file.exists()))
saw("is it a regular one", "no", yes(file.is_file()))
saw("its length in bytes", "0", str(file.stat().st_size))
saw("opening it like a file", "an error", opened(file))
saw("a client is", "connected", called(file))
saw("another server's bind", "in use", bound(file))

print("the server has closed")
server.close()
saw("is there a file", "yes", yes(file.exists()))
saw("a client is", "refused", called(file))
saw("another server's bind", "in use", bound(file))

print("the file is deleted")
file.unlink()
saw("a client finds", "no such file", called(file))
saw("another server's bind", "fine", bound(file))

print("somebody's text has that name")
file.unlink()
file.write_text("precious")
saw("a client is", "refused", called(file))
saw("a server's bind", "in use", bound(file))
saw("the text is", "precious", file.read_text())

file.unlink()
os.rmdir(folder)
sys.exit(not all_as_expected)
