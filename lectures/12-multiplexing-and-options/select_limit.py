"""select takes its sockets as bits, and these have an end.
A descriptor behind that does not fit, however few sockets are asked
about. poll takes a list, and does not care.
"""
# Slides: P-14c P-14d
import fcntl
import os
import resource
import select
import socket
import sys


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
if 0 <= hard < 1200:
    print("select_limit: no descriptor over 1200 is allowed here")
    sys.exit()
# a process may raise its own soft limit
resource.setrlimit(resource.RLIMIT_NOFILE, (1200, hard))

ours, theirs = socket.socketpair()
# the same socket again, under the first free number from 1100 on
high = fcntl.fcntl(ours, fcntl.F_DUPFD, 1100)
theirs.send(b"!")

# tag::limit[]
try:
    select.select([high], [], [], 1)
    seen = "yes"
except ValueError:  # <.>
    seen = "no"
saw("one socket, descriptor over 1100, fits into select's set",
    "no", seen)
asked = select.poll()
asked.register(high, select.POLLIN)
saw("poll finds it", "ready",
    "ready" if asked.poll(1000) else "not ready")  # <.>
# end::limit[]
os.close(high)
ours.close()
theirs.close()
