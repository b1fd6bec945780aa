"""Can the parent be closed? Yes, like any socket. Its children go on;
who was waiting to be accepted is reset, and who calls now is
refused. Nobody does it after each client, that is all.
"""
# Slides: U-21d U-22c U-22e
# Claims: 91
import socket
import sys


def main():
    socket.setdefaulttimeout(2)
    parent = socket.create_server(("127.0.0.1", 0))
    address = parent.getsockname()
    accepted = socket.create_connection(address)
    child, _ = parent.accept()
    waiting = socket.create_connection(address)

    print("one client is accepted, one waits, the parent closes")
    # tag::close[]
    parent.close()
    # end::close[]

    child.sendall(b"hello")
    saw("the accepted client reads", "hello", read(accepted))
    saw("the waiting client reads", "a reset", read(waiting))
    saw("a new client calls", "refused", call(address))

    child.close()
    print("the child closes")
    saw("the accepted client reads", "the end", read(accepted))
    accepted.close()
    waiting.close()


def read(sock):
    try:
        data = sock.recv(512)
        return data.decode() if data else "the end"
    except ConnectionResetError:
        return "a reset"


def call(address):
    try:
        with socket.create_connection(address):
            return "connected"
    except ConnectionRefusedError:
        return "refused"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


main()
