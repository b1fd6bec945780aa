"""C's address structures, described for Python: names, widths, offsets.
The C twin asks the compiler (sizeof, offsetof), and both print the
same. Linux: other systems have other lengths.
"""
# Slides: E-44a E-44b E-44d U-17c U-19d
# Claims: 49 50
import ctypes
import sys
from ctypes import c_char, c_uint16, c_uint32, c_uint64


# tag::sockaddr[]
class Sockaddr(ctypes.Structure):
    _fields_ = [("sa_family", c_uint16),
                ("sa_data", c_char * 14)]
# end::sockaddr[]


# tag::sockaddr_in[]
class SockaddrIn(ctypes.Structure):
    _fields_ = [("sin_family", c_uint16),
                ("sin_port", c_uint16),
                ("sin_addr", c_uint32),
                ("sin_zero", c_char * 8)]
# end::sockaddr_in[]


# tag::sockaddr_in6[]
class SockaddrIn6(ctypes.Structure):
    _fields_ = [("sin6_family", c_uint16),
                ("sin6_port", c_uint16),
                ("sin6_flowinfo", c_uint32),
                ("sin6_addr", c_char * 16),
                ("sin6_scope_id", c_uint32)]
# end::sockaddr_in6[]


# tag::sockaddr_un[]
class SockaddrUn(ctypes.Structure):
    _fields_ = [("sun_family", c_uint16),
                ("sun_path", c_char * 108)]
# end::sockaddr_un[]


# Room for any of them, at an address that suits any of them.
class SockaddrStorage(ctypes.Structure):
    _fields_ = [("ss_family", c_uint16),
                ("", c_char * 118), ("", c_uint64)]


# tag::slide[]
class OnTheSlide(ctypes.Structure):
    _fields_ = [("sa_family", c_uint16),
                ("sa_data", c_uint16 * 14)]
# end::slide[]


def tell(what, expected, struct):
    saw(what, expected, ctypes.sizeof(struct))
    for name, _ in struct._fields_:
        if name:
            field = getattr(struct, name)
            print(f"  at {field.offset:2}: {name}, {field.size} bytes")


def saw(what, expected, seen):
    print(f"{what}: expected {expected} bytes, saw {seen}")
    if expected != seen:
        sys.exit(1)


if sys.platform != "linux":
    print("only on Linux: elsewhere the lengths differ")
    sys.exit(0)
tell("sockaddr", 16, Sockaddr)
tell("sockaddr_in", 16, SockaddrIn)
tell("sockaddr_in6", 28, SockaddrIn6)
tell("sockaddr_un", 110, SockaddrUn)
tell("sockaddr_storage", 128, SockaddrStorage)
tell("sockaddr as on the slide", 30, OnTheSlide)

saw("16 bits of port and 32 of address", 6,
    SockaddrIn.sin_port.size + SockaddrIn.sin_addr.size)
