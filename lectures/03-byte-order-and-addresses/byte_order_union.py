"""A union is one piece of memory with two names: here a number of 32
bits, and four bytes. Write the one and read the other, and you see in
which order this machine keeps the bytes of a number.
"""
# Slides: E-27a E-27b E-27c E-27d
import ctypes
import socket
import sys


# tag::union[]
class Un(ctypes.Union):
    _fields_ = [("addr", ctypes.c_uint32),
                ("c", ctypes.c_ubyte * 4)]


un = Un()
# end::union[]


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


def text(numbers):
    return " ".join(str(n) for n in numbers)


little = sys.byteorder == "little"
print(f"this machine is {sys.byteorder} endian")

# tag::question[]
un.addr = 0x8002c25f  # 128.2.194.95
# end::question[]
saw("c[0] to c[3]",
    "95 194 2 128" if little else "128 2 194 95", text(un.c))
# A byte of Python has no sign; C's plain char has one on x86.
signed = (ctypes.c_byte * 4).from_buffer(un)
saw("the same with signs",
    "95 -62 2 -128" if little else "-128 2 -62 95", text(signed))

un.addr = socket.htonl(0x8002c25f)
saw("c[0] to c[3] after htonl", "128 2 194 95", text(un.c))
