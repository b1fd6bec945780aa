"""What accept returns beside the socket is who has called. It has
nothing to do with the address that was bound.
"""
# Slides: E-60b
# Claims: 76
import socket
import sys


def saw(what, expected, seen):
    print(f"{what} expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


with socket.create_server(("127.0.0.1", 0)) as server:
    bound = server.getsockname()[1]
    first = socket.create_connection(("127.0.0.1", bound))
    second = socket.create_connection(("127.0.0.1", bound))

    # tag::asked[]
    caller, (_, port) = server.accept()
    # end::asked[]
    saw("accept says who called:",
        f"port {first.getsockname()[1]}", f"port {port}")
    saw("is it the port that the server has bound?",
        "no", "yes" if port == bound else "no")

    # tag::unasked[]
    another, _ = server.accept()
    # end::unasked[]
    saw("getpeername says it, too, at any time:",
        f"port {second.getsockname()[1]}",
        f"port {another.getpeername()[1]}")
    for one in first, second, caller, another:
        one.close()
