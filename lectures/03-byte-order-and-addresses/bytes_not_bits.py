"""Two orders for the bytes of one number. What is turned round is the
bytes among one another; inside a byte nothing moves.
"""
# Slides: K-05a K-05b K-05c K-05d
# Claims: 44
import sys


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


def dotted(four):
    return ".".join(str(b) for b in four)


number = 0xC0000102  # 192.0.1.2

big = number.to_bytes(4, "big")
saw("big endian", "c0 00 01 02", big.hex(" "))
saw("with dots", "192.0.1.2", dotted(big))

little = number.to_bytes(4, "little")
saw("little endian", "02 01 00 c0", little.hex(" "))
saw("with dots", "2.1.0.192", dotted(little))

saw("the byte c0 in big", "11000000", f"{big[0]:08b}")
saw("the byte c0 in little", "11000000", f"{little[3]:08b}")
