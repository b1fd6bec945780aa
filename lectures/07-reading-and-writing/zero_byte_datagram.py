"""On a datagram socket a write of 0 bytes does send something: a
datagram without content. The read answers 0, and that is no end.
"""
# Slides: E-63b
# Claims: 83
import socket
import sys

with (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver,
      socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender):
    receiver.bind(("127.0.0.1", 0))
    sender.connect(receiver.getsockname())
    # two seconds at most: a datagram may get lost
    receiver.settimeout(2)

    for size in 2, 0, 3:
        sender.send(b"abc"[:size])
        data = receiver.recv(80)
        print(f"a write of {size}, a read of 80:"
              f" expected {size}, saw {len(data)}")
        if len(data) != size:
            sys.exit(1)
