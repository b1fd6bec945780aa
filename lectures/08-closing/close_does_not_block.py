"""Does close wait until everything is transmitted? We fill the buffers
of a connection whose other side does not read, and close. Then once
more, with a second to linger.
"""
# Slides: K-17a K-17b
# Claims: 88
import socket
import struct
import sys
import time


def main():
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        server.bind(("127.0.0.1", 0))
        server.listen(5)
        for seconds in range(2):
            # no time limit: with one, close would not linger here
            client = socket.create_connection(server.getsockname())
            served, _ = server.accept()
            client.setsockopt(
                socket.SOL_SOCKET, socket.SO_SNDBUF, 200_000)
            client.sendall(bytes(100_000))

            print("100000 bytes are under way, nobody reads")
            # tag::linger[]
            if seconds > 0:
                client.setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER,
                    struct.pack("ii", 1, seconds))
            # end::linger[]
            begun = time.monotonic()
            client.close()
            took = time.monotonic() - begun
            if seconds > 0:
                saw("close with a second to linger", "it waited 1 s",
                    "it waited 1 s" if took > 0.9 else "no wait")
            # that close is back is proof: nobody has read a byte yet
            served.settimeout(2)
            came = 0
            while chunk := served.recv(4096):
                came += len(chunk)
            saw("the other side then reads", "100000 bytes",
                f"{came} bytes")
            served.close()


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


main()
