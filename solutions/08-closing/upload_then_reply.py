"""A client sends all that it reads on stdin, says that this was all,
and prints the whole reply. The two directions do not wait for each
other: each has a thread.  upload_then_reply.py [HOST [PORT]]
"""
import os
import socket
import sys
import threading


def fail(status, line):
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
    # sys.exit would end one thread; the other may hang in a read
    os._exit(status)


def port_of(text):
    if text.isascii() and text.isdigit() and 0 < int(text) <= 65535:
        return int(text)
    return fail(2, f"port: not a number from 1 to 65535: {text}")


def upload(server):
    try:
        while chunk := sys.stdin.buffer.read1(65536):
            server.sendall(chunk)
        # not close: the reply is still to come
        server.shutdown(socket.SHUT_WR)
    except OSError as e:
        fail(1, f"write: {e.strerror}")


host = sys.argv[1] if len(sys.argv) > 1 else "localhost"
port = port_of(sys.argv[2] if len(sys.argv) > 2 else "1234")
try:
    connection = socket.create_connection((host, port))
except OSError as e:
    fail(1, f"connect: {e.strerror}")

# who sends everything before it reads anything waits for a server
# that waits for it, as soon as the buffers are full
sending = threading.Thread(target=upload, args=(connection,))
sending.start()
try:
    while reply := connection.recv(65536):
        sys.stdout.buffer.write(reply)
    sys.stdout.buffer.flush()
except OSError as e:
    fail(1, f"read: {e.strerror}")
# the reply's end is not the end of what we have to say
sending.join()
connection.close()
