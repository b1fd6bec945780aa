"""One side closes. The other reads everything that was sent before,
and then the end, as often as it likes. An empty write is no end,
and a forgotten close is none either.
"""
# Slides: K-08a K-08b K-08c K-08d P-13d R-15a R-15b U-22d E-66b E-67a
# Claims: 87 91
import socket
import sys


def main():
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname())
        served, _ = server.accept()

        # tag::forgotten[]
        served.sendall(b"bye")
        served.send(b"")
        print("the server writes 3 bytes, then 0 bytes")
        client.settimeout(2)
        saw("the client reads", "3 bytes", read(client))
        client.settimeout(0.2)  # nobody closes: who waits, waits
        saw("the client reads", "nothing yet", read(client))
        # end::forgotten[]

        # tag::close[]
        served.sendall(b"bye")
        served.close()
        print("the server writes 3 bytes and closes")
        client.settimeout(2)
        saw("the client reads", "3 bytes", read(client))
        saw("the client reads", "the end", read(client))
        saw("the client reads", "the end", read(client))
        # end::close[]

        # tag::after[]
        print("the server uses the socket once more")
        saw("the server reads", "an error", read(served))
        saw("the server writes", "an error", write(served))
        # end::after[]
        client.close()


def read(sock):
    try:
        n = len(sock.recv(512))
        return "the end" if n == 0 else f"{n} bytes"
    except TimeoutError:
        return "nothing yet"
    except OSError:
        return "an error"


def write(sock):
    try:
        sock.sendall(b"bye")
        return "it is taken"
    except OSError:
        return "an error"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


main()
