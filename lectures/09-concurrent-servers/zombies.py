"""The slide's server never asks how its children have ended. So they
cannot go: they have ended, and still stand in the process table.
"""
# Slides: E-65a E-66a K-15d
import os
import signal
import sys


def fork_all():
    global children
    children = []
    for _ in range(3):
        child = os.fork()
        if child == 0:
            os._exit(0)
        children.append(child)


def still_there():
    """Signal 0 is never delivered; it only asks."""
    found = 0
    for child in children:
        try:
            os.kill(child, 0)
            found += 1
        except ProcessLookupError:
            pass
    return found


def saw(what, expected):
    seen = still_there()
    print(f"{what}: expected {expected} there, saw {seen}")
    if seen != expected:
        sys.exit(1)


fork_all()
# tag::look[]
for child in children:  # WNOWAIT: wait until it has ended, leave it
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
# end::look[]
saw("three children have ended, nobody has asked", 3)

# tag::reap[]
for child in children:
    os.waitpid(child, 0)
# end::reap[]
saw("waitpid has asked for each", 0)

# tag::ignore[]
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
# end::ignore[]
fork_all()
try:
    while True:
        os.wait()
except ChildProcessError:
    saw("three more, and SIGCHLD ignored", 0)
