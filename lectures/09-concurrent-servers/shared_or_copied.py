"""One variable, and somebody else adds 1 to it: once a child process,
once a thread. Who sees it?
"""
# Slides: E-16b E-65b
import os
import sys
import threading

count = 0


def add():
    global count
    count += 1


def saw(what, expected):
    print(f"{what}: expected {expected} here, saw {count}")
    if count != expected:
        sys.exit(1)


# tag::process[]
child = os.fork()
if child == 0:
    add()
    os._exit(0 if count == 1 else 1)
_, status = os.waitpid(child, 0)
# end::process[]
print("in the child: expected status 0, saw status", status)
if status != 0:
    sys.exit(1)
saw("a child process has added 1", 0)

# tag::thread[]
thread = threading.Thread(target=add)
thread.start()
thread.join()
# end::thread[]
saw("a thread has added 1", 1)
