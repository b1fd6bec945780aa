"""A team has a protocol that nobody else knows: a letter, a length in
two bytes, a text. Somebody who stands between its client and its
server reads the bytes, sends them again, and then other ones.
"""
# Slides: U-11a U-11b U-11c
# Claims: 112
import re
import socket
import struct
import sys
import threading

all_as_expected = True


# tag::frame[]
def frame(kind, text):
    body = text.encode()
    return struct.pack(">cH", kind.encode(), len(body)) + body  # <.>


def frame_from(reader):
    kind, length = struct.unpack(">cH", exactly(reader, 3))
    return kind.decode(), exactly(reader, length).decode()


def exactly(reader, n):
    read = reader.read(n)  # <.>
    if len(read) < n:
        raise EOFError("the end, in a frame")
    return read
# end::frame[]


# tag::serve[]
def serve(door):
    degrees = {"kitchen": "21", "cellar": "12"}
    while True:
        client, _ = door.accept()
        with client:
            try:
                kind, asked = frame_from(client.makefile("rb"))
                if kind != "Q" or asked not in degrees:
                    client.sendall(frame("N", "unknown"))  # <.>
                else:
                    client.sendall(
                        frame("A", degrees[asked] + " degrees"))
            except (OSError, EOFError, UnicodeError) as e:
                print("a client:", e, file=sys.stderr)
# end::serve[]


def ask(place):
    saw("the answer", "A 21 degrees",
        exchange(place.getsockname()[1], frame("Q", "kitchen")))


# tag::relay[]
def passed(caller, port):
    """Knows nothing of frames: bytes until their end, and back."""
    with caller, socket.create_connection(
            ("127.0.0.1", port), 4) as server:
        there = caller.makefile("rb").read()
        server.sendall(there)
        server.shutdown(socket.SHUT_WR)
        back = server.makefile("rb").read()
        caller.sendall(back)
        return there, back
# end::relay[]


def exchange(port, question):
    with socket.create_connection(("127.0.0.1", port), 4) as s:
        s.sendall(question)
        s.shutdown(socket.SHUT_WR)
        kind, text = frame_from(s.makefile("rb"))
        return kind + " " + text


def show(who, sent):
    text = re.sub("[^ -~]", ".", sent.decode(errors="replace"))
    print(f"  {who}: {sent.hex(' ')}  {text}")


def saw(what, expected, seen):
    global all_as_expected
    print(f"  {what}: expected {expected}, saw {seen}")
    all_as_expected &= expected == seen


server = socket.create_server(("127.0.0.1", 0))
relay = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
print("the team's server listens")
saw("its port", "1024 or more",
    "1024 or more" if port >= 1024 else "known")
threading.Thread(target=serve, args=(server,), daemon=True).start()

print("the team's client asks for the kitchen")
client = threading.Thread(target=ask, args=(relay,), daemon=True)
client.start()
there, back = passed(relay.accept()[0], port)
client.join()

print("what the relay has read")
show("client", there)
show("server", back)

print("an outsider sends the client's bytes again")
saw("the answer", "A 21 degrees", exchange(port, there))
print("and then, having understood them, bytes of its own")
saw("the answer", "A 12 degrees", exchange(port, frame("Q", "cellar")))
saw("the answer", "N unknown", exchange(port, frame("Q", "attic")))
sys.exit(not all_as_expected)
