"""shutdown(s, how) ends receiving (0), sending (1) or both (2). Three
connections, one for each, and what either side sees afterwards.
"""
# Slides: K-18a K-18b K-18c K-18d
# Claims: 89
import socket
import sys


def main():
    with socket.create_server(("127.0.0.1", 0)) as server:
        for how in range(3):
            one = socket.create_connection(server.getsockname())
            other, _ = server.accept()

            # tag::shutdown[]
            names = [socket.SHUT_RD, socket.SHUT_WR, socket.SHUT_RDWR]
            one.shutdown(names[how])
            # end::shutdown[]
            print("one side calls shutdown with", how)

            receives = how == 1
            sends = how == 0
            saw("it reads", "nothing yet" if receives else "the end",
                read(one))
            saw("the other side writes", "it is taken", write(other))
            saw("it writes", "it is taken" if sends else "an error",
                write(one))
            saw("the other side reads",
                "1 byte" if sends else "the end", read(other))
            saw("is the socket closed", "no",
                "yes" if one.fileno() < 0 else "no")
            one.close()
            other.close()


def read(sock):
    sock.settimeout(0.2)  # what comes has come by now
    try:
        return "1 byte" if sock.recv(1) else "the end"
    except TimeoutError:
        return "nothing yet"


def write(sock):
    try:
        sock.sendall(b"x")
        return "it is taken"
    except OSError:
        return "an error"


def saw(what, expected, seen):
    print(f"  {what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


main()
