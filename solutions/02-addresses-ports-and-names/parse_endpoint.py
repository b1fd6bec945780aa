"""Each line of stdin should be an endpoint, host:port. We say what its
host is, and its port, and ask nobody for either.
parse_endpoint.py < LINES
"""
import re
import sys

# \d would take the digits of every script, [0-9] takes these
ENDPOINT = re.compile(r"(?:\[(.*)\]|([^:\[\]]+)):([0-9]{1,5})")
IPV6 = re.compile(r"[0-9A-Fa-f]*(:[0-9A-Fa-f]*){2,}")
NUMBER = re.compile(r"0|[1-9][0-9]{0,2}")
NAME = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


def is_ipv4(host):
    numbers = host.split(".")
    return len(numbers) == 4 and all(
        NUMBER.fullmatch(n) and int(n) <= 255 for n in numbers)


def kind(bracketed, plain):
    if bracketed is not None:
        return "IPv6" if IPV6.fullmatch(bracketed) else None
    if re.fullmatch(r"[0-9.]+", plain):
        return "IPv4" if is_ipv4(plain) else None
    return "name" if NAME.fullmatch(plain) else None


def parsed(line):
    endpoint = ENDPOINT.fullmatch(line)
    if not endpoint or int(endpoint[3]) > 65535:
        return "bad"
    family = kind(endpoint[1], endpoint[2])
    if not family:
        return "bad"
    host = endpoint[1] or endpoint[2]
    return f"{family} {host} port {int(endpoint[3])}"


sys.stdin.reconfigure(encoding="utf-8", errors="replace")
good = True
for text in sys.stdin:
    answer = parsed(text.rstrip("\r\n"))
    print(answer)
    good &= answer != "bad"
sys.exit(0 if good else 1)
