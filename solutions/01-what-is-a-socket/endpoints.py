"""One socket, from new to closed. At each step that we are asked for
we print its two ends: local -> remote.
endpoints.py HOST PORT STEP [STEP...]
"""
import ipaddress
import socket
import sys

LIFE = ["new", "bound", "connected", "closed"]


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def shown(ask):
    try:
        host, port = ask()[:2]  # for IPv6 there are four
    except OSError:  # not connected, or closed
        return "-"
    if port == 0:  # nobody's address: it has none yet
        return "-"
    if host in ("0.0.0.0", "::"):
        host = "*"
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


if len(sys.argv) < 4:
    fail(2, "usage: endpoints.py HOST PORT STEP [STEP...]")
host, port, *asked = sys.argv[1:]
try:
    version = ipaddress.ip_address(host).version
except ValueError:
    fail(2, f"host: not an address in numbers: {host}")
if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
    fail(2, f"port: not a number from 1 to 65535: {port}")
for step in asked:
    if step not in LIFE:
        fail(2, f"step: there is no {step}")

end = socket.socket(socket.AF_INET6 if version == 6 else socket.AF_INET)
call = "bind"
try:
    for step in LIFE[:max(map(LIFE.index, asked)) + 1]:
        if step == "bound":
            end.bind(("", 0))  # the wildcard of its own family
        elif step == "connected":
            call = "connect"
            end.connect((host, int(port)))
        elif step == "closed":
            end.close()
        if step in asked:
            print(shown(end.getsockname), "->", shown(end.getpeername))
except OSError as e:
    fail(1, f"{call}: {e.strerror}")
