"""What Linux makes of a value: it doubles, raises, cuts and refuses,
and lets children inherit more than Java can set. Linux only.
"""
# Slides: P-14e P-14f U-08b
# Claims: 10 72
import errno
import select
import socket
import sys
from socket import (IPPROTO_TCP, SO_ACCEPTCONN, SO_ERROR,
                    SO_KEEPALIVE, SO_RCVBUF, SO_TYPE, SOCK_DGRAM,
                    SOL_SOCKET, TCP_MAXSEG, TCP_NODELAY)


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def saw_true(what, seen):
    saw(what, "true", "true" if seen else "false")


def refusal(level, option, value):
    try:
        client.setsockopt(level, option, value)
        return 0
    except OSError as e:
        return e.errno


if sys.platform != "linux":
    print("options_on_linux: other systems, other habits")
    sys.exit()
door = socket.create_server(("127.0.0.1", 0))
client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

# tag::size[]
client.setsockopt(SOL_SOCKET, SO_RCVBUF, 20000)
saw_true("SO_RCVBUF 20000 becomes 40000",  # <.>
         client.getsockopt(SOL_SOCKET, SO_RCVBUF) == 40000)
client.setsockopt(SOL_SOCKET, SO_RCVBUF, 1)
saw_true("SO_RCVBUF 1 becomes more than 1000",
         client.getsockopt(SOL_SOCKET, SO_RCVBUF) > 1000)
client.setsockopt(SOL_SOCKET, SO_RCVBUF, 1 << 30)
saw_true("SO_RCVBUF 1 GiB becomes less",  # <.>
         client.getsockopt(SOL_SOCKET, SO_RCVBUF) < 1 << 30)
# end::size[]

# tag::error[]
silent = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
silent.bind(("127.0.0.1", 0))  # bound, and not listening
refused = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
refused.setblocking(False)
refused.connect_ex(silent.getsockname())
select.select([], [refused], [], 2)
saw_true("SO_ERROR of a refused call says so",
         refused.getsockopt(SOL_SOCKET, SO_ERROR)
         == errno.ECONNREFUSED)
saw_true("asked again, it says nothing",  # <.>
         refused.getsockopt(SOL_SOCKET, SO_ERROR) == 0)
# end::error[]

# tag::refused[]
answer = refusal(SOL_SOCKET, SO_TYPE, SOCK_DGRAM)
saw("SO_TYPE set to another", "refused",
    "refused" if answer == errno.ENOPROTOOPT else "taken")  # <.>
answer = refusal(IPPROTO_TCP, TCP_MAXSEG, 1)
saw("TCP_MAXSEG set to 1", "refused",
    "refused" if answer == errno.EINVAL else "taken")
# end::refused[]
client.setsockopt(IPPROTO_TCP, TCP_MAXSEG, 1000)

# tag::inherit[]
door.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
door.setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1)
door.setblocking(False)
client.connect(door.getsockname())
child, _ = door.accept()  # <.>
saw_true("TCP_NODELAY is inherited",
         child.getsockopt(IPPROTO_TCP, TCP_NODELAY))
saw_true("SO_KEEPALIVE is inherited",
         child.getsockopt(SOL_SOCKET, SO_KEEPALIVE))
saw_true("not waiting is not inherited", child.getblocking())
# end::inherit[]
saw_true("the listener listens, SO_ACCEPTCONN",
         door.getsockopt(SOL_SOCKET, SO_ACCEPTCONN))
saw_true("its child does not",
         not child.getsockopt(SOL_SOCKET, SO_ACCEPTCONN))
saw_true("connected, TCP_MAXSEG is at most the 1000 asked for",
         client.getsockopt(IPPROTO_TCP, TCP_MAXSEG) <= 1000)
saw_true("TCP_MAXSEG of the other end, too",
         child.getsockopt(IPPROTO_TCP, TCP_MAXSEG) <= 1000)

child.close()
client.close()
refused.close()
silent.close()
door.close()
