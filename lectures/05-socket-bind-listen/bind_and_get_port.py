"""Port 0 means "any free one": the system chooses, and the program has
to ask which, or nobody can be told. Then two binds that must fail.
"""
# Slides: E-43a E-47b E-48a E-48b E-48c E-50a R-07b U-17d
# Claims: 59
import socket
import sys


def refused(what, address, port):
    seen = "bound"
    with socket.socket() as another:
        try:
            another.bind((address, port))
        except OSError as e:
            seen = "refused"
            print("bind:", e.strerror)
    saw(what, "refused", seen)


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


# tag::socket[]
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
# end::socket[]
# tag::bind[]
server.bind(("", 0))  # <.>
# end::bind[]
# tag::listen[]
server.listen(5)
# end::listen[]

# tag::getsockname[]
address, port = server.getsockname()  # <.>
print(f"the server's name: {address} port {port}")
# end::getsockname[]
saw("the address", "0.0.0.0", address)
saw("is the port still 0?", "no", "yes" if port == 0 else "no")

# What was printed is what a client needs, but for the address: it
# names one, and the wildcard is all of this machine's.
socket.create_connection(("127.0.0.1", port)).close()
print(f"a client of 127.0.0.1 port {port} is connected")

refused("a port that is taken", "127.0.0.1", port)
# Reserved for documentation: no machine has this address.
refused("an address of nobody", "192.0.2.1", 0)
server.close()
