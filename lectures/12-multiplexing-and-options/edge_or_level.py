"""epoll has a memory: it keeps its set in the system. Level:
ready as long as there is something. Edge: told once, when
something comes. Linux only.
"""
# Slides: P-14d
import select
import socket
import sys


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


if not hasattr(select, "epoll"):
    print("edge_or_level: epoll is there on Linux only")
    sys.exit()


# tag::ask[]
def ask(poller):
    return "ready" if poller.poll(0.05) else "nobody"  # <.>
# end::ask[]


# tag::level[]
ours, theirs = socket.socketpair()  # <.>
level = select.epoll()
level.register(ours, select.EPOLLIN)  # <.>
# end::level[]
edge = select.epoll()
# tag::edge[]
edge.register(ours, select.EPOLLIN | select.EPOLLET)  # <.>
# end::edge[]

theirs.send(b"tw")
saw("two bytes have come, level", "ready", ask(level))
saw("asked again, level", "ready", ask(level))
saw("two bytes have come, edge", "ready", ask(edge))
saw("asked again, edge", "nobody", ask(edge))

ours.recv(1)
saw("one is read and one is left, level", "ready", ask(level))
saw("one is read and one is left, edge", "nobody", ask(edge))
theirs.send(b"!")
saw("another comes, edge", "ready", ask(edge))

for end in (edge, level, ours, theirs):
    end.close()
