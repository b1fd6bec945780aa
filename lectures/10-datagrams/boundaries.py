"""One receive takes one datagram, however much room there is. Is there
too little, the rest of it is gone; the next receive takes the next.
"""
# Slides: E-73b U-33d E-78a
# Claims: 82 105
import socket
import sys


def taken(receiver, size):
    # tag::recvfrom[]
    data, sender = receiver.recvfrom(size)
    n = len(data)
    # end::recvfrom[]
    return "0" if n == 0 else f"{n} of number {data[0]}"


def saw(size, expected, seen):
    print(f"room for {size}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(("127.0.0.1", 0))
receiver.settimeout(2)
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
to = receiver.getsockname()

print("five datagrams of 512 bytes are sent")
for number in range(1, 6):
    block = bytes([number]) * 512
    # tag::sendto[]
    sender.sendto(block, to)
    # end::sendto[]
saw(2560, "512 of number 1", taken(receiver, 2560))
saw(100, "100 of number 2", taken(receiver, 100))
saw(2560, "512 of number 3", taken(receiver, 2560))
saw(512, "512 of number 4", taken(receiver, 512))
saw(512, "512 of number 5", taken(receiver, 512))

print("a datagram of 0 bytes is sent")
sender.sendto(b"", to)
saw(512, "0", taken(receiver, 512))

print("one of 600 is sent, where 512 are allowed")
sender.sendto(bytes(600), to)
# One byte more than allowed: is it used, there was too much.
saw(513, "513 of number 0", taken(receiver, 513))
sender.close()
receiver.close()
