"""Messages of fixed length: each record is 80 bytes, and is answered
by one of 80 bytes, until the client ends the connection.
eighty_byte_server.py [PORT [ADDRESS]]
"""
# Slides: E-63a E-66a K-16a P-13b U-22a U-22b
# Claims: 80
import signal
import socket
import sys


# tag::text[]
# The text, and zero bytes up to 80.
# tag::pack[]
def record_of(text):
    return text.encode().ljust(80, b"\0")  # <.>
# end::pack[]


# The text ends before the first zero byte, or fills all of the 80.
# tag::unpack[]
def text_of(record):
    text, _, _ = record.partition(b"\0")  # <.>
    return text.decode(errors="replace")
# end::unpack[]
# end::text[]


# tag::read[]
def read_record(end):
    record = b""
    while len(record) < 80:
        chunk = end.recv(80 - len(record))  # <.>
        if not chunk:
            break
        record += chunk
    return record
# end::read[]


def port_of(text):
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    print(f"port: '{text}' is not a number from 0 to 65535",
          file=sys.stderr)
    sys.exit(2)


port = port_of(sys.argv[1] if len(sys.argv) > 1 else "1234")
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

# Ctrl-C is a way to end, not an error to trace.
signal.signal(signal.SIGINT, signal.SIG_DFL)

# The call we are in: if it fails, the error line begins with it.
call = "getaddrinfo"
try:
    family, kind, _, _, local = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM)[0]

    call = "socket"
    server = socket.socket(family, kind)

    call = "bind"
    server.setsockopt(
        socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(local)

    call = "listen"
    server.listen(5)

    # Which port is it? Whoever asked for port 0 cannot know yet.
    port = server.getsockname()[1]
    print(f"listening on {address} port {port}", flush=True)

    call = "accept"
    client, peer = server.accept()

    call = "read"
    # tag::read[]
    record = read_record(client)
    # end::read[]
    if not record:
        sys.exit("read: the client said nothing")
    while len(record) == 80:  # <.>
        print("from client:", text_of(record))

        call = "write"
        # tag::write[]
        client.sendall(record_of("I am server and this is my message"))
        # end::write[]

        call = "read"
        record = read_record(client)
    if record:
        sys.exit("read: the client ended within a record")  # <.>
    print("the client has ended")

    call = "close"
    # tag::close[]
    client.close()
    server.close()
    # end::close[]
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
