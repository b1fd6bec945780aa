"""Normally close says "that was all". With SO_LINGER on, and 0 seconds
to linger, it says "that is enough": the other side's next read is
an error, and what was not yet delivered is thrown away.
"""
# Slides: R-15a R-15b U-25d
# Claims: 87 93
import socket
import struct
import sys


def main():
    socket.setdefaulttimeout(2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        for abort in False, True:
            client = socket.create_connection(server.getsockname())
            served, _ = server.accept()

            print("the server lingers 0 s, and closes" if abort
                  else "the server closes")
            # tag::linger[]
            if abort:
                served.setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER,
                    struct.pack("ii", 1, 0))
            # end::linger[]
            served.close()
            saw("the client reads", "a reset" if abort else "the end",
                read(client))
            client.close()


def read(sock):
    try:
        return "more" if sock.recv(1) else "the end"
    except ConnectionResetError:
        return "a reset"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


main()
