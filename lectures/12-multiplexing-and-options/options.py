"""A socket has knobs. Read one, set it, read it back: a system may
take a value, round it, or refuse, and only the reading tells. What is
set on the listening socket goes to its children.
"""
# Slides: P-14e P-14f U-08b
# Claims: 10
import socket
import struct
import sys
from socket import (IPPROTO_TCP, SO_KEEPALIVE, SO_LINGER, SO_RCVBUF,
                    SO_REUSEADDR, SOL_SOCKET, TCP_NODELAY)


def saw(what, expected, seen):
    shown = {True: "true", False: "false"}
    print(f"{what}: expected {shown.get(expected, expected)},"
          f" saw {shown.get(seen, seen)}")
    if seen != expected:
        sys.exit(1)


def word(value):
    return "on" if value else "off"


# tag::switch[]
def switch_on(s, name, level, option):
    saw(f"{name} at first", "off", word(s.getsockopt(level, option)))
    s.setsockopt(level, option, 1)  # <.>
    saw(f"{name} set", "on", word(s.getsockopt(level, option)))
# end::switch[]


def linger(s):
    two = struct.Struct("ii")  # in C a structure of two numbers
    value = s.getsockopt(SOL_SOCKET, SO_LINGER, two.size)
    saw("SO_LINGER at first", "off", word(two.unpack(value)[0]))
    s.setsockopt(SOL_SOCKET, SO_LINGER, two.pack(1, 5))
    value = s.getsockopt(SOL_SOCKET, SO_LINGER, two.size)
    saw("SO_LINGER set to 5 s", "5 s", f"{two.unpack(value)[1]} s")


door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
door.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
door.setsockopt(SOL_SOCKET, SO_RCVBUF, 20000)  # <.>
door.bind(("127.0.0.1", 0))
door.listen(5)

# tag::client[]
client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
switch_on(client, "SO_KEEPALIVE", SOL_SOCKET, SO_KEEPALIVE)
switch_on(client, "TCP_NODELAY", IPPROTO_TCP, TCP_NODELAY)
# end::client[]
linger(client)
saw("SO_RCVBUF at first, some", True,
    client.getsockopt(SOL_SOCKET, SO_RCVBUF) > 0)
# tag::size[]
client.setsockopt(SOL_SOCKET, SO_RCVBUF, 20000)
room = client.getsockopt(SOL_SOCKET, SO_RCVBUF)
saw("SO_RCVBUF set to 20000, at least that", True,
    room >= 20000)  # <.>
# end::size[]

client.connect(door.getsockname())
child, _ = door.accept()
saw("TCP_NODELAY after connect", "on",
    word(client.getsockopt(IPPROTO_TCP, TCP_NODELAY)))
saw("TCP_NODELAY of the other end", "off",
    word(child.getsockopt(IPPROTO_TCP, TCP_NODELAY)))
# tag::inherit[]
saw("SO_REUSEADDR of the listener's child", "on",
    word(child.getsockopt(SOL_SOCKET, SO_REUSEADDR)))  # <.>
its = door.getsockopt(SOL_SOCKET, SO_RCVBUF)
theirs = child.getsockopt(SOL_SOCKET, SO_RCVBUF)
saw("SO_RCVBUF of the child, as the listener's", True, theirs == its)
# end::inherit[]

child.close()
client.close()
door.close()
# tag::closed[]
try:
    client.getsockopt(IPPROTO_TCP, TCP_NODELAY)  # <.>
    seen = "a value"
except OSError:
    seen = "an error"
# end::closed[]
saw("TCP_NODELAY after close", "an error", seen)
