"""Which types a system offers, and the protocol of each. The type
says what you are promised, the protocol who keeps it.
socket_types.py [rare] also asks for what few systems have.
Linux only: elsewhere other pairs exist.
"""
# Slides: K-02f E-31a E-31d P-07a P-07d P-07g P-07h U-30c U-30d U-30e
# Claims: 16 109 110
import socket
import sys

if sys.platform != "linux":
    print("socket_types asks Linux, and this is another system")
    sys.exit(0)


def saw(what, expected, seen):
    print(f"{what:36} expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def protocol(family, kind, number=0):
    """The number of the protocol, or why there is none."""
    try:
        with socket.socket(family, kind, number) as one:
            return one.getsockopt(
                socket.SOL_SOCKET, socket.SO_PROTOCOL)
    except OSError as e:
        return e.strerror


# tag::types[]
INET, UNIX = socket.AF_INET, socket.AF_UNIX
STREAM, DGRAM = socket.SOCK_STREAM, socket.SOCK_DGRAM
SEQPACKET, RAW = socket.SOCK_SEQPACKET, socket.SOCK_RAW
NONE = "Socket type not supported"

saw("stream, IPv4: protocol", 6, protocol(INET, STREAM))  # <.>
saw("datagram, IPv4: protocol", 17, protocol(INET, DGRAM))
saw("seqpacket, IPv4: protocol", NONE, protocol(INET, SEQPACKET))
saw("stream, UNIX: protocol", 0, protocol(UNIX, STREAM))  # <.>
saw("datagram, UNIX: protocol", 0, protocol(UNIX, DGRAM))
saw("seqpacket, UNIX: protocol", 0, protocol(UNIX, SEQPACKET))
# end::types[]

# tag::seqpacket[]
a, b = socket.socketpair(UNIX, SEQPACKET)
a.send(b"hello")
a.send(b"again")
saw("seqpacket: one read brings bytes", 5, len(b.recv(100)))  # <.>
b.recv(100)
a.close()
saw("seqpacket: then the end, bytes", 0, len(b.recv(100)))
# end::seqpacket[]


# tag::congestion[]
def controlled(kind):
    with socket.socket(INET, kind) as one:
        try:
            one.getsockopt(  # <.>
                socket.IPPROTO_TCP, socket.TCP_CONGESTION, 16)
            return "yes"
        except OSError:
            return "no"


saw("stream, IPv4: congestion control", "yes", controlled(STREAM))
saw("datagram, IPv4: congestion control", "no", controlled(DGRAM))
# end::congestion[]


# tag::raw[]
def may_open_raw():
    """Whether we have the privilege CAP_NET_RAW, number 13."""
    with open("/proc/self/status") as status:
        caps = [s for s in status if s.startswith("CapEff")]
    return int(caps[0].split()[1], 16) >> 13 & 1 == 1


opened = isinstance(protocol(INET, RAW, socket.IPPROTO_ICMP), int)
saw("raw, IPv4: without the privilege", "no",
    "yes" if opened and not may_open_raw() else "no")  # <.>
# end::raw[]

# tag::rare[]
if len(sys.argv) > 1:
    for name, kind, number in (
            ("stream, IPv4, SCTP", STREAM, 132),
            ("stream, IPv4, MPTCP", STREAM, 262),
            ("datagram, IPv4, UDP-Lite", DGRAM, 136),
            ("datagram, IPv4, ICMP", DGRAM, 1),
            ("dccp, IPv4, DCCP", 6, 33)):
        print(name + ":", protocol(INET, kind, number))
# end::rare[]
