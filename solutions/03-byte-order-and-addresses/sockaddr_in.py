"""A program that makes a sockaddr_in of an address and a port, and an
address and a port of a sockaddr_in, for machines of either order. Only
the family depends on the machine.
sockaddr_in.py little|big
"""
import re
import struct
import sys

AF_INET = 2


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def up_to(most, digits):
    if re.fullmatch("[0-9]{1,5}", digits) and int(digits) <= most:
        return int(digits)
    raise ValueError(f"not a number up to {most}")


def encode(words, machine):
    if len(words) != 2:
        raise ValueError("not ADDRESS and PORT")
    port = up_to(65535, words[1])
    numbers = [up_to(255, n) for n in words[0].split(".")]
    if len(numbers) != 4:
        raise ValueError("not four numbers")
    family = struct.pack(machine + "H", AF_INET)
    # 8x are eight zeros
    rest = struct.pack("!H4s8x", port, bytes(numbers))
    return (family + rest).hex(" ")


def decode(words, machine):
    if not all(re.fullmatch("[0-9a-f]{2}", w) for w in words):
        raise ValueError("not bytes in hex")
    sockaddr = bytes(int(w, 16) for w in words)
    if len(sockaddr) != 16:
        raise ValueError("not sixteen bytes")
    family, = struct.unpack(machine + "H", sockaddr[:2])
    if family != AF_INET:
        raise ValueError("not of family AF_INET")
    port, address = struct.unpack("!H4s8x", sockaddr[2:])
    return ".".join(str(b) for b in address) + f" port {port}"


orders = {"little": "<", "big": ">"}
if len(sys.argv) != 2 or sys.argv[1] not in orders:
    fail(2, "order: say little or big")
machine = orders[sys.argv[1]]
for count, line in enumerate(sys.stdin, 1):
    verb, *words = line.rstrip("\r\n").split(" ")
    try:
        if verb == "encode":
            print(encode(words, machine))
        elif verb == "decode":
            print(decode(words, machine))
        else:
            raise ValueError("neither encode nor decode")
    except ValueError as e:
        sys.stdout.flush()
        fail(1, f"line {count}: {e}")
