"""The client of the slides ends with another status for each call that
can fail. With a host and a port this is that client; without, it tries
all its ends in turn.  connect_status.py [HOST PORT]
"""
# Slides: E-54a E-55a E-55b E-57b E-59 E-12a E-12b
# Claims: 60
import socket
import sys


# tag::status[]
def status(host, text):
    digits = text.isascii() and text.isdigit()
    if not digits or int(text) > 65535:
        return told(2, f"port: '{text}' is not "  # <.>
                       "a number from 0 to 65535")
    try:
        found = socket.getaddrinfo(
            host, int(text), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return told(3, "getaddrinfo: no such host")
    for family, kind, _, _, address in found:
        try:
            with socket.socket(family, kind) as client:  # <.>
                client.connect(address)
                return told(0, "connected")
        except OSError as e:
            reason = e.strerror
    return told(4, "connect: " + reason)
# end::status[]


def told(number, line):
    print(line, file=sys.stdout if number == 0 else errors)
    return number


def saw(what, expected, seen):
    print(f"{what}: expected status {expected}, saw status {seen}")
    if seen != expected:
        sys.exit(1)


errors = sys.stderr if len(sys.argv) == 3 else sys.stdout
if len(sys.argv) == 3:
    sys.exit(status(*sys.argv[1:]))

saw("66770", 2, status("localhost", "66770"))
print("  the slide calls port", 66770 & 0xffff)
saw("http", 2, status("localhost", "http"))
saw("no..such", 3, status("no..such", "1234"))

server = socket.create_server(("127.0.0.1", 0))
port = str(server.getsockname()[1])
saw("a listening port", 0, status("127.0.0.1", port))
server.close()
saw("the same one, closed", 4, status("127.0.0.1", port))
