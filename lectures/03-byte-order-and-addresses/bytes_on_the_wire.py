"""A number is sent twice: as the network wants it, and as it happens
to lie in this machine's memory. The receiver takes byte after byte, as
they come, and makes a number of each four.
"""
# Slides: K-05e E-27e
# Claims: 45
import socket
import struct
import sys


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


def four(receiver):
    return b"".join(receiver.recv(1) for _ in range(4))


# Most significant byte first, whatever machine this is.
def number_of(data):
    return int.from_bytes(data, "big")


number = 0x8002c25f  # 128.2.194.95
little = sys.byteorder == "little"
with socket.create_server(("127.0.0.1", 0)) as server:
    sender = socket.create_connection(server.getsockname())
    receiver, _ = server.accept()
    with sender, receiver:
        # tag::network[]
        sender.sendall(struct.pack("!I", number))
        # end::network[]
        # tag::memory[]
        sender.sendall(struct.pack("=I", number))
        # end::memory[]
        sender.shutdown(socket.SHUT_WR)

        receiver.settimeout(3)
        wanted = "5f c2 02 80" if little else "80 02 c2 5f"
        first, second = four(receiver), four(receiver)
        saw("in network order", "80 02 c2 5f", first.hex(" "))
        saw("a number again", 2147664479, number_of(first))
        saw("as it lies in memory", wanted, second.hex(" "))
        saw("a number again", 1606550144 if little else 2147664479,
            number_of(second))
        more = receiver.recv(1)
        saw("and then", "the end", "more" if more else "the end")
