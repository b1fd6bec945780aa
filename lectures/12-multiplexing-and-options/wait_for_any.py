"""Three sockets and one thread: a call, a byte or a datagram may come
next, and nobody knows which. It waits for any of them, and is told
who is ready.
"""
# Slides: P-14c
import select
import socket
import sys
import time


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


door = socket.create_server(("127.0.0.1", 0))
mailbox = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
mailbox.bind(("127.0.0.1", 0))
client = socket.create_connection(door.getsockname())
connection, _ = door.accept()

# tag::watch[]
names = {connection: "connection", door: "door",
         mailbox: "mailbox"}  # <.>
for s in names:
    s.setblocking(False)  # <.>
# end::watch[]


# tag::wait[]
def ready(seconds):
    reading, _, _ = select.select(names, [], [], seconds)  # <.>
    return " ".join(sorted(names[s] for s in reading)) or "nobody"
# end::wait[]


def wait_until(what, expected):
    """What has been sent may need a moment: two seconds, then no."""
    last = time.monotonic() + 2
    seen = ready(0.1)
    while seen != expected and time.monotonic() < last:
        seen = ready(0.1)
    saw(what, expected, seen)


begun = time.monotonic()
saw("nothing happens, 100 ms", "nobody", ready(0.1))
saw("it took at least that long", "true",
    "true" if time.monotonic() - begun >= 0.1 else "false")

second = socket.create_connection(door.getsockname())
wait_until("somebody calls", "door")
wait_until("asked again, nothing done", "door")
door.accept()[0].close()
saw("accepted", "nobody", ready(0))

client.send(b"!")
wait_until("a byte comes", "connection")
writer = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
writer.sendto(b"?", mailbox.getsockname())
wait_until("a datagram, too", "connection mailbox")
third = socket.create_connection(door.getsockname())
wait_until("and a call", "connection door mailbox")

connection.recv(80)
mailbox.recv(80)
door.accept()[0].close()
saw("all served", "nobody", ready(0))
for end in (client, second, third, writer, connection, mailbox, door):
    end.close()
