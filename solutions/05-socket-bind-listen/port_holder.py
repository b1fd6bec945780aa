"""A program opens many ports at once, all or none, and keeps them.
port_holder.py PORT [PORT ...]
"""
import signal
import socket
import sys


def fail(status, line):
    print(line, file=sys.stderr)
    sys.exit(status)


def port_of(word):
    if word.isascii() and word.isdigit() and int(word) <= 65535:
        return int(word)
    return fail(2, f"port: not a number from 0 to 65535: {word}")


def opened(port):
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        held.bind(("127.0.0.1", port))
        # nobody is accepted here: the queue has to hold them all
        held.listen(20)
        return held
    except OSError as e:
        # the ports that we have already go with the program
        return fail(1, f"bind: port {port}: {e.strerror}")


if len(sys.argv) < 2:
    fail(2, "which ports? none was named")
# all arguments first: a bad one must not cost a single port
ports = [port_of(word) for word in sys.argv[1:]]
held = [opened(port) for port in ports]
for one in held:
    print("listening on 127.0.0.1 port", one.getsockname()[1])
sys.stdout.flush()
signal.signal(signal.SIGINT, signal.SIG_DFL)
while True:
    signal.pause()
