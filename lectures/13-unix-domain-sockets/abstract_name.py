"""Linux has names that are in no folder: they begin with a zero byte.
No file, nothing to delete, nothing stale; and no permission to check.
(Linux only. Java has no way to say such a name.)
"""
# Slides: E-07c E-07e
# Claims: 36
import errno
import os
import socket
import sys

all_as_expected = True


def called(name):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as s:
        try:
            s.connect(name)
            return "connected"
        except ConnectionRefusedError:
            return "refused"


def bound(name):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as s:
        try:
            s.bind(name)
            return "fine"
        except OSError as e:
            if e.errno != errno.EADDRINUSE:
                raise
            return "in use"


def saw(what, expected, seen):
    global all_as_expected
    print(f"{what}: expected {expected}, saw {seen}")
    all_as_expected &= expected == seen


if not sys.platform.startswith("linux"):
    print("only Linux has such names")
    sys.exit()

# Whoever is first has the name: the process id makes it ours.
name = f"\0lecture-13-{os.getpid()}"
server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
server.bind(name)
server.listen(5)
saw("the name begins with byte", "0", str(server.getsockname()[0]))
saw("is there a file", "no",
    "yes" if os.path.exists(name[1:]) else "no")
saw("a client is", "connected", called(name))
saw("another server's bind", "in use", bound(name))
server.close()
saw("the server has closed, and a client is", "refused", called(name))
saw("another server's bind", "fine", bound(name))
sys.exit(not all_as_expected)
