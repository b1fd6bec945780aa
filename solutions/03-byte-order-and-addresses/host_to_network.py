"""A program that answers for machines of either byte order, what htons,
ntohs, htonl and ntohl would give back there. It turns nothing round: it
writes in one order and reads in the other.
host_to_network.py little|big
"""
import re
import sys


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def answer(line, machine):
    parts = re.fullmatch(
        r"(htons|ntohs|htonl|ntohl) ([0-9]{1,10})", line)
    if not parts:
        raise ValueError(f"not a call: {line}")
    call, number = parts[1], int(parts[2])
    size = 2 if call.endswith("s") else 4
    if number >= 1 << 8 * size:
        raise ValueError(f"too large: {number}")
    wrote, reads = ("big", machine) if call.startswith("h") \
        else (machine, "big")
    result = int.from_bytes(number.to_bytes(size, wrote), reads)
    memory = result.to_bytes(size, machine).hex(" ")
    return f"{call}({number}) = {result}, memory {memory}"


machine = sys.argv[1] if len(sys.argv) == 2 else ""
if machine not in ("little", "big"):
    fail(2, "order: say little or big")
for count, line in enumerate(sys.stdin, 1):
    try:
        print(answer(line.rstrip("\r\n"), machine))
    except ValueError as e:
        sys.stdout.flush()
        fail(1, f"line {count}: {e}")
