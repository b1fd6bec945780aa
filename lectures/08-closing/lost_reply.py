"""A server has read enough, answers and closes. The client had sent
more: close finds unread bytes, breaks the connection, and the
answer that is still on its way is lost. Then the polite close:
end the sending, read what comes, and close when the client has.
"""
# Slides: P-13d E-67c R-15b
# Claims: 87
import socket
import sys

REPLY = 100_000


def main():
    print("the server answers and closes")
    client, served = pair()
    # tag::close[]
    client.sendall(bytes(100))
    served.recv(10)
    served.sendall(bytes(REPLY))
    served.close()
    saw("the client gets the reply, and then", "a part, a reset",
        read_to_the_end(client))
    # end::close[]
    client.close()

    print("the server answers and closes politely")
    client, served = pair()
    client.sendall(bytes(100))
    served.recv(10)
    served.sendall(bytes(REPLY))
    # tag::shutdown[]
    served.shutdown(socket.SHUT_WR)
    saw("the client gets the reply, and then", "all, the end",
        read_to_the_end(client))
    client.close()
    left = 0
    while chunk := served.recv(512):
        left += len(chunk)
    served.close()
    # end::shutdown[]
    saw("what the server had not read", "90 bytes", f"{left} bytes")


# Small buffers at the client, a big one at the server: the reply
# fits into both together, and not into the client's alone.
def pair():
    socket.setdefaulttimeout(2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(server.getsockname())
        served, _ = server.accept()
        served.setsockopt(
            socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * REPLY)
        return client, served


def read_to_the_end(sock):
    got = 0
    then = "the end"
    try:
        while chunk := sock.recv(512):
            got += len(chunk)
    except ConnectionResetError:
        then = "a reset"
    return ("all, " if got == REPLY else "a part, ") + then


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


main()
