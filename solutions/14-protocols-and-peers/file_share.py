"""Hands out the files of a folder, or fetches one from another peer:
the solution of an exercise.
file_share.py FOLDER PORT          file_share.py FOLDER HOST PORT NAME
"""
import os
import socket
import stat
import sys
import tempfile
import threading

HERE, NOT_HERE = b"\0", b"\1"
LONGEST_NAME = 255
PIECE = 65_536


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def port_of(word, least):
    if (word.isascii() and word.isdigit()
            and least <= int(word) <= 65535):
        return int(word)
    return fail(2, f"port: not a number from {least} to 65535: {word}")


def is_name(name):
    """A name leads nowhere: no slash, and not one of two."""
    return (1 <= len(name) <= LONGEST_NAME
            and b"/" not in name and b"\0" not in name
            and name not in (b".", b".."))


def copy(read, write, length):
    """Piece by piece: a length is what somebody has said."""
    while length > 0:
        some = read(min(PIECE, length))
        if not some:
            raise EOFError(f"{length} bytes are missing")
        write(some)
        length -= len(some)


def answer(client, name):
    try:
        if not is_name(name):
            raise OSError("no name")
        # opened without following: a link is no file
        number = os.open(os.path.join(folder, name), os.O_RDONLY
                         | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        client.sendall(NOT_HERE)
        return
    try:
        about = os.fstat(number)
        if not stat.S_ISREG(about.st_mode):
            client.sendall(NOT_HERE)
            return
        client.sendall(HERE + about.st_size.to_bytes(8, "big"))
        # not more than promised, even if the file has grown
        copy(lambda size: os.read(number, size), client.sendall,
             about.st_size)
    finally:
        os.close(number)


def attend(client):
    try:
        with client, client.makefile("rb") as stream:
            name = stream.read(LONGEST_NAME + 1)
            # the rest is read all the same: a close with unread bytes
            # would break the connection
            while stream.read(PIECE):
                pass
            answer(client, name)
    except (OSError, EOFError) as e:
        # one who breaks off is a matter of this thread alone
        print("client:", e, file=sys.stderr)


def serve(port):
    server = socket.socket()
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", port))
        server.listen(50)
    except OSError as e:
        fail(1, f"bind: {e.strerror}")
    print("listening on 127.0.0.1 port", server.getsockname()[1],
          flush=True)
    while True:
        client, _ = server.accept()
        threading.Thread(target=attend, args=(client,),
                         daemon=True).start()


def keep(stream, length, name):
    """Under its name only when it is complete."""
    number, part = tempfile.mkstemp(b".part", b".", folder)
    try:
        with open(number, "wb") as file:
            copy(stream.read, file.write, length)
        os.replace(part, os.path.join(folder, name))
    except BaseException:
        os.remove(part)
        raise


def fetch(host, port, name):
    try:
        peer = socket.create_connection((host, port))
    except (socket.gaierror, UnicodeError) as e:
        fail(1, f"getaddrinfo: {e}")
    except OSError as e:
        fail(1, f"connect: {e.strerror}")
    try:
        peer.sendall(name)
        # the end of our sending is the end of the name
        peer.shutdown(socket.SHUT_WR)
        with peer.makefile("rb") as stream:
            status = stream.read(1)
            if status == NOT_HERE:
                fail(3, "not there")
            length = stream.read(8)
            if status != HERE or len(length) < 8:
                fail(1, "read: this is no answer")
            keep(stream, int.from_bytes(length, "big"), name)
    except (OSError, EOFError) as e:
        fail(1, f"read: {e}")


if len(sys.argv) not in (3, 5):
    fail(2, "usage: file_share.py FOLDER PORT | HOST PORT NAME")
folder = os.fsencode(sys.argv[1])
if not os.path.isdir(folder):
    fail(2, f"no folder: {sys.argv[1]}")
if len(sys.argv) == 3:
    serve(port_of(sys.argv[2], 0))
wanted = os.fsencode(sys.argv[4])
if not is_name(wanted):
    fail(2, "name: it should lead nowhere")
fetch(sys.argv[2], port_of(sys.argv[3], 1), wanted)
