"""Two processes talk. One listens, starts the other and tells it a
number, the port; nothing else connects them.
  two_processes.py [COMMAND...]   starts COMMAND PORT, or itself
  two_processes.py PORT           is the other one
"""
# Slides: E-02a E-07a U-03b U-04d U-04g K-02b K-02c P-03c R-04b E-34c
# Claims: 1 5
import os
import socket
import subprocess
import sys

PATIENCE = 10  # seconds, for the other to speak

# The call we are in: if it fails, the error line begins with it.
call = "start"


# tag::talk[]
def says(other):
    global call
    call = "write"
    line = f"hello from pid {os.getpid()}\n"
    other.sendall(line.encode())  # <.>


def hears(other):
    global call
    call = "read"
    other.settimeout(PATIENCE)
    line = other.makefile("rb").readline().decode().rstrip("\n")  # <.>
    if not line:
        raise EOFError("nothing came")
    print(f"pid {os.getpid()} hears: {line}", flush=True)
    return line
# end::talk[]


def listens(command, shown):
    global call
    # tag::listen[]
    call = "listen"
    server = socket.create_server(("127.0.0.1", 0), backlog=1)  # <.>
    port = server.getsockname()[1]
    # end::listen[]
    print(f"pid {os.getpid()} listens on port {port}",
          f"and starts {shown}", flush=True)

    # tag::start[]
    call = "start"
    words = command + [str(port)]  # <.>
    child = subprocess.Popen(words)
    # end::start[]

    # tag::accept[]
    call = "accept"
    server.settimeout(PATIENCE)
    other, _ = server.accept()  # <.>
    # end::accept[]
    heard = hears(other)
    says(other)
    other.close()
    server.close()

    child.wait()
    one = heard == f"hello from pid {os.getpid()}"
    print("one process alone: expected no, saw", "yes" if one else "no")
    sys.exit(one)


def calls(port):
    global call
    # tag::connect[]
    call = "connect"
    other = socket.create_connection(("127.0.0.1", port))  # <.>
    # end::connect[]
    says(other)
    hears(other)
    other.close()


words = sys.argv[1:]
try:
    if len(words) == 1 and words[0].isdigit():
        calls(int(words[0]))
    elif words:
        listens(words, " ".join(words))
    else:
        listens([sys.executable, __file__], "itself again")
except (OSError, EOFError, OverflowError) as e:
    sys.exit(f"{call}: {getattr(e, 'strerror', None) or e}")
