"""Six things go wrong, each on purpose. Python raises an OSError, and
C's number is inside it. (getaddrinfo has numbers of its own.)
"""
# Slides: E-34f E-34a E-34b E-34c E-34d
import errno
import socket
import struct
import sys


# tag::wrong[]
def wrong(what, expected, call, *arguments):
    seen = "success"
    try:
        call(*arguments)
    except socket.gaierror as e:
        unknown = e.errno == socket.EAI_NONAME
        seen = "EAI_NONAME" if unknown else str(e)
    except OSError as e:
        seen = errno.errorcode[e.errno]
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)
# end::wrong[]


# Bound and not listening: this port is taken, and nobody answers.
silent = socket.socket()
silent.bind(("127.0.0.1", 0))
taken = silent.getsockname()
server = socket.create_server(("127.0.0.1", 0), backlog=5)
client = socket.socket()
second = socket.socket()

# tag::refused[]
wrong("connect, nobody listens", "ECONNREFUSED",
      client.connect, taken)
# end::refused[]

wrong("bind, the port is taken", "EADDRINUSE", second.bind, taken)

# As bytes: of a str, Python itself would see that it is no name.
wrong("a name that cannot be", "EAI_NONAME",
      socket.getaddrinfo, b"no..such", None)

# Python's own settimeout would raise without a number.
moment = struct.pack("ll", 0, 50000)
server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, moment)
wrong("accept, nobody calls in time", "EAGAIN", server.accept)

second.connect(server.getsockname())
accepted, _ = server.accept()
at_once = struct.pack("ii", 1, 0)  # close shall break off: a reset
accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
accepted.close()
wrong("read, the other has broken off", "ECONNRESET", second.recv, 1)

second.close()
wrong("read, we have closed it ourselves", "EBADF", second.recv, 1)
for one in (client, silent, server):
    one.close()
