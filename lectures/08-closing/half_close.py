"""A connection has two directions, and each ends by itself. A client
that has said all it wants can still hear; one that has closed
cannot, and the server finds out with its second write.
"""
# Slides: K-18a K-18c U-25b U-25c U-25d
# Claims: 89 92 93
import socket
import sys


def main():
    socket.setdefaulttimeout(2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname())
        served, _ = server.accept()

        # tag::half[]
        print("the first client asks, and ends its sending")
        client.sendall(b"2 + 3")
        client.shutdown(socket.SHUT_WR)
        saw("the client writes", "an error", write(client))
        saw("the server reads to the end", "2 + 3", all_of(served))
        saw("the server writes", "it is taken", write(served))
        saw("the server writes", "it is taken", write(served))
        served.close()
        saw("the client reads to the end", "=5=5", all_of(client))
        client.close()
        # end::half[]

        client = socket.create_connection(server.getsockname())
        served, _ = server.accept()

        # tag::whole[]
        print("the second client asks, and closes")
        client.sendall(b"2 + 3")
        client.close()
        saw("the server reads to the end", "2 + 3", all_of(served))
        saw("the server writes", "it is taken", write(served))
        again = write(served)
        # nearly always the second, but a reset takes its time
        for _ in range(1000):
            if again == "an error":
                break
            again = write(served)
        saw("the server writes again", "an error", again)
        served.close()
        # end::whole[]


def all_of(sock):
    data = b""
    while chunk := sock.recv(512):
        data += chunk
    return data.decode()


def write(sock):
    try:
        sock.sendall(b"=5")
        return "it is taken"
    except OSError:
        return "an error"


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


main()
