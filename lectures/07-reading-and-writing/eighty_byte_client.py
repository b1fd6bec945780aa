"""Messages of fixed length: it says hello in a record of 80 bytes,
prints the text of the 80 that come back, and ends.
eighty_byte_client.py [HOST [PORT]]
"""
# Slides: E-63a E-63c K-16a P-13b R-13a R-14a U-25a
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


def read_record(end):
    record = b""
    while len(record) < 80:
        chunk = end.recv(80 - len(record))  # <.>
        if not chunk:
            break
        record += chunk
    return record


def port_of(text):
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    print(f"port: '{text}' is not a number from 0 to 65535",
          file=sys.stderr)
    sys.exit(2)


host = sys.argv[1] if len(sys.argv) > 1 else "localhost"
port = port_of(sys.argv[2] if len(sys.argv) > 2 else "1234")

# Ctrl-C is a way to end, not an error to trace.
signal.signal(signal.SIGINT, signal.SIG_DFL)

# The call we are in: if it fails, the error line begins with it.
call = "getaddrinfo"
try:
    found = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM)

    for family, kind, _, _, address in found:
        try:
            call = "socket"
            client = socket.socket(family, kind)
            call = "connect"
            client.connect(address)
            break
        except OSError as e:
            reason = e  # and a socket without a name closes itself
    else:  # no address has answered
        raise reason

    call = "write"
    # tag::write[]
    client.sendall(
        record_of("Hello server, please respond to client!"))
    # end::write[]

    call = "read"
    # tag::read[]
    reply = read_record(client)
    # end::read[]
    if not reply:
        sys.exit("read: the server said nothing")  # <.>
    if len(reply) < 80:
        sys.exit("read: the server ended within a record")
    print("from server:", text_of(reply))

    call = "close"
    # tag::close[]
    client.close()
    # end::close[]
except UnicodeError:
    sys.exit(f"{call}: no host can have such a name")
except OSError as e:
    sys.exit(f"{call}: {e.strerror}")
