# A server reads names, one a line, and says hello to each.
# All care goes into one fact: TCP carries bytes, lines are our idea.
import socket
import sys


def main():
    port = to_port(sys.argv[1] if len(sys.argv) > 1 else "1234")
    address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
    with socket.socket() as server:
        # so that a restart need not wait for TIME_WAIT to pass
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind((address, port))
        except OSError as e:
            fail(1, f"bind: {e.strerror}")
        server.listen()
        # Python buffers what it prints into a pipe: flush, or nobody
        # who waits for this line will ever call
        host, port = server.getsockname()
        print(f"listening on {host} port {port}", flush=True)
        while True:
            client, _ = server.accept()
            serve(client)


def serve(client):
    """A client that breaks off costs itself, not the next one."""
    with client:
        try:
            greet(client)
        except OSError as e:
            print(f"client: {e.strerror}", file=sys.stderr)


def greet(client):
    # bytes, not text: they are decoded when the line is whole, and in
    # text mode a lone \r would end a line, too
    with client.makefile("rb") as lines:
        for line in lines:
            name = line.removesuffix(b"\n").removesuffix(b"\r")
            # a name is passed on as it came: no decoding, no error
            client.sendall(b"hello " + (name or b"nobody") + b"\n")


def to_port(word):
    if word.isascii() and word.isdigit() and int(word) <= 65535:
        return int(word)
    return fail(2, f"port: not a number from 0 to 65535: {word}")


def fail(status, line):
    """One line instead of a stack trace: the user is no programmer."""
    print(line, file=sys.stderr)
    sys.exit(status)


try:
    main()
except KeyboardInterrupt:
    pass
