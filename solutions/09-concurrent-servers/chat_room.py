"""A room in which each line of one guest goes to all the others. Each
guest has two threads: one takes what it says, the other brings what
it should hear. Only the second may have to wait for it.
chat_room.py [PORT [ADDRESS]]
"""
import queue
import socket
import sys
import threading

# so many lines wait for a guest before it is put out
PATIENCE = 10_000


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def port_of(word):
    if word.isascii() and word.isdigit() and int(word) <= 65535:
        return int(word)
    return fail(2, f"port: not a number from 0 to 65535: {word}")


# the socket of each guest, with what waits for it; whoever uses the
# room holds its lock
room = {}
lock = threading.RLock()


def put_out(guest):
    # both its threads find a connection that is over, and end
    try:
        guest.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # it has gone by itself


def tell(speaker, line):
    # never waits: a line is only put where the guest's thread finds it
    with lock:
        for guest, waiting in room.items():
            if guest is speaker:
                continue
            try:
                waiting.put_nowait(line)
            except queue.Full:
                put_out(guest)


def bring(guest, waiting):
    with guest:
        try:
            while line := waiting.get():
                guest.sendall(line)
        except OSError as e:
            print("guest:", e.strerror, file=sys.stderr)
            put_out(guest)
            while waiting.get():
                pass


def entertain(guest):
    waiting = queue.Queue(PATIENCE)
    threading.Thread(
        target=bring, args=(guest, waiting), daemon=True).start()
    with lock:
        # one step: nobody else can come or go between the two
        room[guest] = waiting
        tell(None, b"* %d here\n" % len(room))
    try:
        # bytes, never decoded: then no character can be cut
        with guest.makefile("rb") as lines:
            for line in lines:
                if line.endswith(b"\n"):
                    line = line[:-1].removesuffix(b"\r")
                tell(guest, line + b"\n")
    except OSError as e:
        print("guest:", e.strerror, file=sys.stderr)
    with lock:
        del room[guest]
        tell(None, b"* %d here\n" % len(room))
    waiting.put(b"")  # the last: what waits before it still goes out


port = port_of(sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
try:
    family, kind, _, _, local = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM)[0]
    server = socket.socket(family, kind)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(local)
    server.listen(50)
except OSError as e:
    fail(1, f"bind: {e.strerror}")

port = server.getsockname()[1]
print(f"listening on {address} port {port}", flush=True)
while True:
    guest, _ = server.accept()
    # a daemon ends with the program, however long its guest stays
    threading.Thread(
        target=entertain, args=(guest,), daemon=True).start()
