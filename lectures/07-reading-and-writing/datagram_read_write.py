"""read and write ask for a connected socket, not for a stream. On a
datagram socket each write is one datagram, and each read takes one:
if there is no room for all of it, the rest is gone.
"""
# Slides: E-61d
# Claims: 84
import socket
import sys

with (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver,
      socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender):
    receiver.bind(("127.0.0.1", 0))
    # tag::connect[]
    sender.connect(receiver.getsockname())  # <.>
    # end::connect[]
    receiver.connect(sender.getsockname())
    # two seconds at most: a datagram may get lost
    receiver.settimeout(2)

    for size, expected in (2, 2), (3, 3), (100, 80), (1, 1):
        # tag::write[]
        sender.send(bytes(size))  # <.>
        # end::write[]
        # tag::read[]
        data = receiver.recv(80)  # <.>
        # end::read[]
        print(f"a write of {size}, a read of 80:"
              f" expected {expected}, saw {len(data)}")
        if len(data) != expected:
            sys.exit(1)
