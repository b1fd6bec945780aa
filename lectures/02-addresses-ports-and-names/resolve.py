"""A name goes in, a list of addresses comes out, IPv4 and IPv6, or an
error with a reason. What is an address already, is not looked up.
resolve.py [NAME...]
"""
# Slides: P-14a P-14b E-58a E-58b
# Claims: 31 32
import socket
import sys

DEFAULT = ["localhost", "127.0.0.1", "::1", "no..such"]

for name in sys.argv[1:] or DEFAULT:
    print(name)
    try:
        # tag::lookup[]
        found = socket.getaddrinfo(  # <.>
            name.encode(), None, type=socket.SOCK_STREAM)
        # end::lookup[]
    except OSError as e:
        # tag::error[]
        print(" ", e.strerror)  # <.>
        # end::error[]
        continue
    # tag::list[]
    for label, wanted in (("IPv4", socket.AF_INET),
                          ("IPv6", socket.AF_INET6)):
        addresses = dict.fromkeys(
            address[0] for family, _, _, _, address in found
            if family == wanted)  # <.>
        print(" ", label, *(addresses or ["none"]))
    # end::list[]
