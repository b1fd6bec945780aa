"""An echo server with a file name for its address. It cleans up after
a dead server, never after a live one.  unix_echo.py PATH [COUNT]
"""
import os
import socket
import stat
import sys
import threading


def is_socket(path):
    # of a link, the link itself: it is somebody's
    return (os.path.lexists(path)
            and stat.S_ISSOCK(os.lstat(path).st_mode))


def nobody_answers(path):
    # only a refusal says that; any other failure says nothing
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        try:
            caller.connect(path)
            return False
        except ConnectionRefusedError:
            return True


def serve(client):
    with client:
        try:
            while data := client.recv(65536):
                client.sendall(data)
        except OSError as e:
            print("client:", e.strerror, file=sys.stderr)


path = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else -1
server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
try:
    if is_socket(path) and nobody_answers(path):
        os.unlink(path)
    # before bind, so that there is no moment for anybody else
    os.umask(0o177)
    server.bind(path)
    server.listen(50)
except OSError as e:
    sys.exit(f"bind: {e.strerror or e}")
print(f"listening on {path}", flush=True)

serving = []
while count < 0 or len(serving) < count:
    client, _ = server.accept()
    one = threading.Thread(target=serve, args=(client,), daemon=True)
    one.start()
    if count > 0:
        serving.append(one)
# the name goes first: while we still listen, nobody takes our file
# for a dead server's and puts a new one in its place
os.unlink(path)
server.close()
for one in serving:
    one.join()
