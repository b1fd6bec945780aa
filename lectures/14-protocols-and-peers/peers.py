"""Three peers in a ring. Each has called its neighbour and waits for
the answer, when it is called itself: client of one, server of the
other, at the same time.
"""
# Slides: U-05a U-05b U-05c
# Claims: 14
import socket
import sys
import threading

PATIENCE = 4
all_as_expected = True


def peer(name, door, following, next_door):
    # tag::peer[]
    as_server, _ = door.accept()
    token = all_from(as_server) + " " + name
    as_client = call(name, following, next_door, token)
    say(as_server, all_from(as_client))  # <.>
    # end::peer[]
    as_client.close()
    as_server.close()


def call(name, following, door, token):
    print(f"{name} calls {following} with: {token}", flush=True)
    as_client = socket.create_connection(door.getsockname(), PATIENCE)
    say(as_client, token)
    return as_client


def listening():
    door = socket.create_server(("127.0.0.1", 0))
    door.settimeout(PATIENCE)
    return door


def say(s, text):
    s.sendall(text.encode())
    s.shutdown(socket.SHUT_WR)


def all_from(s):
    s.settimeout(PATIENCE)
    said = b""
    while chunk := s.recv(100):
        said += chunk
    return said.decode()


def saw(what, expected, seen):
    global all_as_expected
    print(f"{what}: expected {expected}, saw {seen}")
    all_as_expected &= expected == seen


a, b, c = listening(), listening(), listening()
others = [threading.Thread(target=peer, args=("B", b, "C", c)),
          threading.Thread(target=peer, args=("C", c, "A", a))]
for other in others:
    other.start()

# tag::first[]
as_client = call("A", "B", b, "A")  # <.>
as_server, _ = a.accept()  # <.>
token = all_from(as_server)
saw("A is called, while its own call waits", "A B C", token)
say(as_server, token + " A")
answer = all_from(as_client)  # <.>
# end::first[]
saw("the answer comes the way back", "A B C A", answer)
as_server.close()
as_client.close()

for other in others:
    other.join()
sys.exit(not all_as_expected)
