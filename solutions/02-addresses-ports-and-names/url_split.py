"""Each line of stdin should be a URL. We name its parts, and those
that go without saying.  url_split.py < LINES
"""
import re
import sys

# from RFC 3986, appendix B: each part ends where the next may begin
URL = re.compile(
    r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^?#]*)"
    r"(?:\?([^#]*))?(?:#(.*))?")
AUTHORITY = re.compile(
    r"(?:([^@]*)@)?(?:\[([0-9A-Fa-f:]+)\]|([^:@\[\]]+))"
    r"(?::([0-9]{1,5}))?")
PORTS = {"http": "80", "https": "443", "ftp": "21"}


def parts(text):
    """The names and values of those that are there; None, if bad."""
    url = URL.fullmatch(text)
    authority = url and AUTHORITY.fullmatch(url[2])
    if not authority or int(authority[4] or 0) > 65535:
        return None
    return [(name, value) for name, value in (
        ("scheme", url[1]),
        ("user", authority[1]),
        ("host", authority[2] or authority[3]),
        ("port", authority[4] or PORTS.get(url[1])),
        ("path", url[3] or "/"),
        # what is there and empty is still there: /a? has a query
        ("query", url[4]),
        ("fragment", url[5])) if value is not None]


sys.stdin.reconfigure(encoding="utf-8", errors="replace")
good = True
for line in sys.stdin:
    found = parts(line.rstrip("\r\n"))
    if found is None:
        good = False
        print("bad")
    for name, value in found or ():
        print(name, value)
    print()
sys.exit(0 if good else 1)
