"""A server for many clients at once: each gets a thread of its own, so
that waiting for one keeps nobody else waiting.
echo_server.py [PORT [ADDRESS]]
"""
import socket
import sys
import threading


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def port_of(word):
    if word.isascii() and word.isdigit() and int(word) <= 65535:
        return int(word)
    return fail(2, f"port: not a number from 0 to 65535: {word}")


def serve(client):
    # however this ends, the socket is given back
    with client:
        try:
            # bytes in, bytes out, as they come, until EOF
            while data := client.recv(65536):
                client.sendall(data)
        except OSError as e:
            print("client:", e.strerror, file=sys.stderr)


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
    client, _ = server.accept()
    # a daemon ends with the program, however long its client stays
    threading.Thread(target=serve, args=(client,), daemon=True).start()
