"""The slides' record of 80 bytes comes in two pieces: 30 bytes, and
then 50. A server that takes a read for a record answers twice; one
that counts to 80 answers once.
"""
# Slides: E-63a E-63c
import socket
import sys


def record(text):
    return text.encode().ljust(80, b"\0")


def converse(counting):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        client = socket.create_connection(listening.getsockname())
        server, _ = listening.accept()
    server.settimeout(2)
    client.settimeout(2)
    hello = record("Hello server, please respond to client!")
    message = b""
    for piece in hello[:30], hello[30:]:
        client.sendall(piece)

        # tag::read[]
        chunk = server.recv(80 - len(message))  # <.>
        if counting:
            message += chunk
        whole = not counting or len(message) == 80  # <.>
        # end::read[]
        print(f"  a read brings {len(chunk)} bytes:",
              "answers" if whole else "waits for more")
        if whole:
            server.sendall(record("I am server and this is my message"))
    server.shutdown(socket.SHUT_WR)
    total = 0
    while chunk := client.recv(80):
        total += len(chunk)
    client.close()
    server.close()
    return total


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


print("one read, one record")
saw("bytes of answer", 160, converse(False))
print("80 bytes, one record")
saw("bytes of answer", 80, converse(True))
