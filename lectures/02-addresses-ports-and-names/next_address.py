"""A name may have several addresses, and not all of them may answer.
We need no name for that: a list of two, ::1 and 127.0.0.1, as many a
localhost has it, and a server at the second only.
"""
# Slides: E-58d
# Claims: 27
import socket
import sys


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


def end(s):
    address, number = s.getpeername()[:2]
    return f"{address} port {number}"


server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
print("a server listens on 127.0.0.1 port", port)
found = (
    socket.getaddrinfo("::1", port, type=socket.SOCK_STREAM)
    + socket.getaddrinfo("127.0.0.1", port, type=socket.SOCK_STREAM))

# tag::first[]
try:
    with socket.create_connection(found[0][4][:2]) as hasty:
        saw("the first address only", "no answer", end(hasty))
except OSError:
    saw("the first address only", "no answer", "no answer")
# end::first[]

# tag::loop[]
for family, kind, _, _, address in found:
    try:
        client = socket.socket(family, kind)  # <.>
        client.connect(address)
        break  # <.>
    except OSError as e:  # <.>
        print("one of them:", e.strerror)
# end::loop[]
saw("one after the other", f"127.0.0.1 port {port}", end(client))
client.close()
server.close()
