"""TCP seen from inside: Linux writes the state of every socket into a
table, /proc/net/tcp. After each step we look up both ends of our
connection. (Linux only: elsewhere there is no such table.)
"""
# Slides: K-08a K-08b K-08d K-08e R-15a R-15b R-15c U-25d
# Claims: 90 93
import os
import socket
import struct
import sys
import time

TABLE = "/proc/net/tcp"
STATES = ["", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1",
          "FIN_WAIT2", "TIME_WAIT", "CLOSE", "CLOSE_WAIT", "LAST_ACK",
          "LISTEN", "CLOSING"]


def main():
    if not os.access(TABLE, os.R_OK):
        print("this system has no /proc/net/tcp")
        return
    socket.setdefaulttimeout(2)
    parent = socket.socket()
    parent.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    parent.bind(("127.0.0.1", 0))
    parent.listen(5)
    theirs = parent.getsockname()[1]
    after("the server listens", 0, theirs, "-", "LISTEN")
    client = socket.create_connection(parent.getsockname())
    ours = client.getsockname()[1]
    after("the client connects",
          ours, theirs, "ESTABLISHED", "ESTABLISHED")
    child, _ = parent.accept()
    after("the server accepts",
          ours, theirs, "ESTABLISHED", "ESTABLISHED")
    client.shutdown(socket.SHUT_WR)
    after("the client ends its sending",
          ours, theirs, "FIN_WAIT2", "CLOSE_WAIT")
    child.sendall(bytes(100))
    client.recv(100)
    after("the server goes on sending",
          ours, theirs, "FIN_WAIT2", "CLOSE_WAIT")
    child.close()
    after("the server closes", ours, theirs, "TIME_WAIT", "-")
    client.close()
    after("the client closes", ours, theirs, "TIME_WAIT", "-")

    print("again, and the server closes first")
    client, child, ours = connect(parent)
    child.close()
    after("the server closes", ours, theirs, "CLOSE_WAIT", "FIN_WAIT2")
    client.close()
    after("the client closes", ours, theirs, "-", "TIME_WAIT")

    print("again, and the client has more to say than is read")
    client, child, ours = connect(parent)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 200_000)
    client.sendall(bytes(100_000))
    child.shutdown(socket.SHUT_WR)
    after("the server ends its sending",
          ours, theirs, "CLOSE_WAIT", "FIN_WAIT2")
    client.close()
    after("the client closes", ours, theirs, "LAST_ACK", "FIN_WAIT2")
    while child.recv(4096):
        pass
    after("the server reads it all", ours, theirs, "-", "TIME_WAIT")
    child.close()

    print("again, and the client breaks off")
    client, child, ours = connect(parent)
    client.setsockopt(
        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
    after("the client lingers 0 s, and closes", ours, theirs, "-", "-")
    child.close()
    parent.close()


def connect(parent):
    client = socket.create_connection(parent.getsockname())
    child, address = parent.accept()
    return client, child, address[1]


def after(step, ours, theirs, at_client, at_server):
    # a state may take a moment to come: two systems have to talk
    deadline = time.monotonic() + 2
    while True:
        with open(TABLE, encoding="ascii") as table:
            rows = table.read()
        one = state(rows, ours, theirs)
        other = state(rows, theirs, ours)
        reached = one == at_client and other == at_server
        if reached or time.monotonic() > deadline:
            break
    print(step)
    print(f"  client: expected {at_client}, saw {one}")
    print(f"  server: expected {at_server}, saw {other}")
    if not reached:
        sys.exit(1)


# A row: number, here, there, state; address:port, hexadecimal, the
# bytes of the address turned round (lecture 03). No "there" is 0:0.
def state(rows, here, there):
    address = "0100007F" if there else "00000000"
    ports = f":{here:04X} {address}:{there:04X} "
    at = rows.find(ports) + len(ports)
    return "-" if at < len(ports) else STATES[int(rows[at:at + 2], 16)]



main()
