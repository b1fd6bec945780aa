"""Ten bytes are wanted, and they come one at a time. Whoever reads in
a loop gets them all; the loop may be ours or the library's. They
differ in what they say when the stream ends too early.
"""
# Slides: E-61a E-61c R-14a U-22b
# Claims: 81
import socket
import sys
import threading
import time


# tag::ways[]
# tag::loop[]
def loop(end, wanted):
    data = b""
    while len(data) < wanted:  # <.>
        chunk = end.recv(wanted - len(data))
        if not chunk:
            break
        data += chunk
    return data
# end::loop[]


# tag::library[]
def library(end, wanted):
    return end.makefile("rb").read(wanted)  # <.>
# end::library[]


# tag::insisting[]
def insisting(end, wanted):
    data = loop(end, wanted)
    if len(data) < wanted:
        raise EOFError  # <.>
    return data
# end::insisting[]
# end::ways[]


def trickle(client, count):
    for i in range(count):
        client.sendall(bytes([i]))
        time.sleep(0.005)  # a slow writer, that is the point
    client.shutdown(socket.SHUT_WR)


def receive(sent, way):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        client = socket.create_connection(listening.getsockname())
        server, _ = listening.accept()
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    server.settimeout(2)
    with client, server:
        writer = threading.Thread(target=trickle, args=(client, sent))
        writer.start()
        try:
            return f"{len(way(server, 10))} bytes"
        except EOFError:
            return "too early"
        finally:
            writer.join()


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


for sent in 10, 3:
    print(f"10 bytes wanted, {sent} sent, then the end")
    some = f"{sent} bytes"
    saw("our own loop", some, receive(sent, loop))
    saw("the library's", some, receive(sent, library))
    saw("one that insists", some if sent == 10 else "too early",
        receive(sent, insisting))
