"""select's third set is not for errors, whatever slides say: it is for
urgent bytes. An error makes a socket ready to read, and the read says
what it is. poll has bits for both.
"""
# Slides: P-14c P-14d
import select
import socket
import struct
import sys


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


# tag::sets[]
def sets(s):
    first, _, third = select.select([s], [], [s], 2)
    return " and ".join(
        word for some, word in ((first, "first"), (third, "third"))
        if some) or "none"
# end::sets[]


def error_bit(s):
    asked = select.poll()
    asked.register(s, 0)  # not asked for
    events = dict(asked.poll(2000)).get(s.fileno(), 0)
    return "yes" if events & select.POLLERR else "no"


door = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(door.getsockname())
child, _ = door.accept()
client.send(b"!", socket.MSG_OOB)
saw("an urgent byte comes, ready in set", "third", sets(child))
child.close()
client.close()

client = socket.create_connection(door.getsockname())
child, _ = door.accept()
client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                  struct.pack("ii", 1, 0))
client.close()
saw("the connection is broken, poll's error bit",
    "yes", error_bit(child))
saw("and ready in set", "first", sets(child))
try:
    child.recv(1)
    seen = "something"
except OSError:
    seen = "an error"
saw("a read brings", "an error", seen)
child.close()
door.close()
