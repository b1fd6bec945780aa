"""/etc/services gives names to ports: a name, a port with its
protocol, other names. We read the slide's lines and the machine's,
and tell the difference.  services.py [FILE]
"""
# Slides: E-33a E-33b
# Claims: 33
import os
import re
import sys

SLIDE = """
ftp     21/tcp
Ssh     22/tcp  # SSH Remote Login Protocol
Ssh     22/udp  # SSH Remote Login Protocol
telnet  23/tcp
smtp    25/tcp  mail
smtp    25/udp  mail
time    37/tcp  # time server
time    37/udp  # time server
whois++ 63/tcp  # nick name
bootps  67/tcp  # BOOTP server
bootpc  68/tcp  # BOOTP client
gopher  70/tcp  # Internet Gopher
gopher  70/udp
finger  79/tcp
http    80/tcp  # WorldWideWeb HTTP
"""


# tag::parse[]
def service(line):
    words = line.partition("#")[0].split()
    if len(words) < 2 or not re.fullmatch(r"[0-9]+/\w+", words[1]):
        return None
    return words[0], words[1], words[2:]
# end::parse[]


def verdict(wanted, here):
    """What the machine calls this port; else what it knows by this
    name."""
    others = ""
    for name, port, _ in here:
        if port == wanted[1]:
            return "the same" if name == wanted[0] else f"here {name}"
        if name == wanted[0]:
            others += " " + port
    return "here" + others if others else "not here"


file = sys.argv[1] if len(sys.argv) > 1 else "/etc/services"
if len(sys.argv) == 1 and not os.path.exists(file):
    print("this machine has no /etc/services")
    sys.exit()
try:
    with open(file, encoding="utf-8") as opened:
        lines = opened.read().splitlines()
except OSError:
    sys.exit(f"open: {file} cannot be read")
here = [s for s in map(service, lines) if s]
addresses = sum(
    bool(re.search(r"\d\.\d+\.\d+\.\d", line.partition("#")[0]))
    for line in lines)

# tag::compare[]
for wanted in filter(None, map(service, SLIDE.splitlines())):
    name, port, _ = wanted
    print(f"{name:<8}{port:<7} {verdict(wanted, here)}")
# end::compare[]
print("lines with an IP address: expected 0, saw", addresses)
sys.exit(addresses > 0)
