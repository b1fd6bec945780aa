"""The exam asks for eight differences between stream and datagram
sockets. Both kinds are asked the same; what they answer is the table.
Where both answer alike there is no difference, whatever list says so.
"""
# Slides: E-75a E-75c E-75d E-75e E-75f E-75g E-75h E-75i E-75j E-75k
# Slides: E-03b E-70a E-70b E-70d K-02d K-02e P-07a P-07d U-13b U-13c
# Claims: 101 103 104 105 106 108
import queue
import socket
import sys
import threading

HERE = ("127.0.0.1", 0)
differences = 0


def datagrams():
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    one.bind(HERE)
    return one


def answer(asked, a, b, expected):
    """An error is a no, and so is to wait for ever, or for so long."""
    said = queue.Queue()

    def ask():
        try:
            said.put("yes" if asked(a, b) else "no")
        except OSError:
            said.put("no")

    threading.Thread(target=ask, daemon=True).start()
    try:
        return said.get(timeout=5 if expected == "yes" else 0.1)
    except queue.Empty:
        return "no"


def row(question, expected, stream, datagram=None):
    global differences
    wanted = expected.split()
    door = socket.create_server(HERE)
    a = socket.create_connection(door.getsockname())
    b, _ = door.accept()
    one = answer(stream, a, b, wanted[0])
    a, b = datagrams(), datagrams()
    a.connect(b.getsockname())
    two = answer(datagram or stream, a, b, wanted[1])
    print(f"{question:37} {one:7} {two}")
    differences += one != two
    if wanted != [one, two]:
        sys.exit("    expected " + expected)


def send_much(a):
    for _ in range(200):
        a.sendall(bytes(60_000))
    return True


def receive(b):
    return len(b.recv(70_000))


deaf = socket.socket()  # it has a port, and does not listen
deaf.bind(HERE)
nobody = deaf.getsockname()
print(" " * 38 + "stream  datagram")


# tag::differences[]
def to_nobody(a, b):
    return socket.create_connection(nobody).send(bytes(5)) == 5


def datagram_to_nobody(a, b):
    return datagrams().sendto(bytes(5), nobody) == 5


row("sends, though nobody is there", "no yes",
    to_nobody, datagram_to_nobody)


def two_callers(a, b):
    second = socket.create_connection(b.getsockname())  # <.>
    second.send(bytes(5))
    return receive(b) == 5


def two_senders(a, b):
    a.send(bytes(5))
    datagrams().sendto(bytes(7), b.getsockname())
    return receive(b) + receive(b) == 12


row("hears two callers with one socket", "no yes",
    two_callers, two_senders)


def sees_the_end(a, b):
    a.close()
    return receive(b) == 0


row("sees that the other has closed", "yes no", sees_the_end)


def merges(a, b):
    for _ in range(20):  # <.>
        a.send(bytes(5))
        a.send(bytes(5))
        if receive(b) == 10:
            return True
        receive(b)
    return False


row("merges two sends into one read", "yes no", merges)


def empty(a, b):
    return a.send(b"") == 0 and receive(b) == 0


row("delivers an empty message", "no yes", empty)
row("takes 65507 bytes in one send", "yes yes",
    lambda a, b: a.send(bytes(65_507)) == 65_507)
row("takes 65508 bytes in one send", "yes no",
    lambda a, b: a.send(bytes(65_508)) == 65_508)
row("lets the sender run ahead", "no yes",
    lambda a, b: send_much(a))  # <.>


def delivers_all(a, b):
    sender = threading.Thread(target=send_much, args=[a], daemon=True)
    sender.start()
    sender.join(timeout=0.05)
    left = 200 * 60_000
    while left > 0:
        left -= receive(b)
    return True


row("delivers all, however late we read", "yes no", delivers_all)
# end::differences[]

print("and three that the slide lists, too:")


# tag::alike[]
def answers(a, b):
    return b.send(bytes(5)) == 5 and receive(a) == 5


def answers_the_sender(a, b):
    return b.sendto(bytes(5), a.getsockname()) == 5 and receive(a) == 5


row("answers on the same socket", "yes yes",
    answers, answers_the_sender)
row("returns at once with nothing there", "no no",
    lambda a, b: receive(b) == 0)
row("lends its port to a second one", "no no",
    lambda a, b: socket.socket().bind(b.getsockname()) is None,
    lambda a, b: socket.socket(
        socket.AF_INET, socket.SOCK_DGRAM).bind(
            b.getsockname()) is None)
# end::alike[]
print("differences: expected 8 of 12, saw", differences)
