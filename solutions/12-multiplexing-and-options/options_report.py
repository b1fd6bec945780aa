"""A listener, a client and their child, and lines that say what to
read and to set. What is printed was read back, never assumed.
options_report.py
"""
import re
import socket
import struct
import sys
from socket import IPPROTO_TCP, SOL_SOCKET

SWITCHES = {
    "TCP_NODELAY": (IPPROTO_TCP, socket.TCP_NODELAY),
    "SO_KEEPALIVE": (SOL_SOCKET, socket.SO_KEEPALIVE),
    "SO_REUSEADDR": (SOL_SOCKET, socket.SO_REUSEADDR),
}
SIZES = {
    "SO_RCVBUF": (SOL_SOCKET, socket.SO_RCVBUF),
    "SO_SNDBUF": (SOL_SOCKET, socket.SO_SNDBUF),
}
LINGER = struct.Struct("ii")


def switch(s, option, value):
    if value not in ("", "on", "off"):
        return "bad value"
    if value:
        s.setsockopt(*option, value == "on")
    return "on" if s.getsockopt(*option) else "off"


def size(s, option, value):
    if (not re.fullmatch(r"[1-9]\d{0,9}", value)
            or int(value) >= 2 ** 31):
        return "bad value"
    s.setsockopt(*option, int(value))
    return "enough" if s.getsockopt(*option) >= int(value) else "less"


def linger(s, value):
    if not re.fullmatch(r"|off|\d{1,4}", value):
        return "bad value"
    if value:
        on = value != "off"
        s.setsockopt(SOL_SOCKET, socket.SO_LINGER,
                     LINGER.pack(on, int(value) if on else 0))
    on, seconds = LINGER.unpack(
        s.getsockopt(SOL_SOCKET, socket.SO_LINGER, LINGER.size))
    return str(seconds) if on else "off"


def option(who, name, value):
    known = name in SWITCHES or name in SIZES or name == "SO_LINGER"
    if not known or who == "listener" and name != "SO_REUSEADDR":
        return "unknown"
    if who not in sockets:
        return "no socket"
    if name in SWITCHES:
        return switch(sockets[who], SWITCHES[name], value)
    if name in SIZES:
        return size(sockets[who], SIZES[name], value)
    return linger(sockets[who], value)


def answer(words):
    if words == ["connect"]:
        sockets["client"].connect(sockets["listener"].getsockname())
        sockets["child"], _ = sockets["listener"].accept()
        return "connected"
    if words[0] == "close":
        sockets.pop(words[1]).close()
        return "closed"
    who, name, *value = words
    return f"{who} {name} {option(who, name, ''.join(value))}"


sockets = {"listener": socket.socket(), "client": socket.socket()}
sockets["listener"].bind(("127.0.0.1", 0))
sockets["listener"].listen(5)
for line in sys.stdin:
    print(answer(line.split()))
