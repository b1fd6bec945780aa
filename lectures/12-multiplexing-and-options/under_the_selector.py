"""A thread waits, and Linux says in which system call: /proc has a
file for that. Linux only.  under_the_selector.py [select|poll|epoll]
"""
# Slides: P-14c P-14d
import os
import platform
import selectors
import socket
import sys
import threading
import time

# The calls' numbers, on x86-64 and on 64-bit ARM.
CALLS = {
    "x86_64": {23: "select", 270: "select", 7: "poll", 271: "poll",
               232: "epoll", 281: "epoll", 441: "epoll"},
    "aarch64": {72: "select", 73: "poll", 22: "epoll", 441: "epoll"},
}


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if seen != expected:
        sys.exit(1)


way = sys.argv[1] if len(sys.argv) > 1 else "epoll"
calls = CALLS.get(platform.machine())
if (sys.platform != "linux" or not calls
        or not os.access("/proc/thread-self/syscall", os.R_OK)):
    print("this system does not say where a thread waits")
    sys.exit()
# tag::provider[]
ways = {"select": selectors.SelectSelector,
        "poll": selectors.PollSelector,
        "epoll": selectors.EpollSelector}  # <.>
# end::provider[]
if way not in ways:
    print(f"way: Python knows no {way}", file=sys.stderr)
    sys.exit(2)


# tag::where[]
def where_it_waits(thread):
    last = time.monotonic() + 2
    seen = "nothing"
    while seen == "nothing" and time.monotonic() < last:
        time.sleep(0.002)
        with open(f"/proc/self/task/{thread.native_id}/syscall") as f:
            first = f.read().split()[0]  # <.>
        if first.isdigit():
            seen = calls.get(int(first), seen)
    return seen
# end::where[]


door = socket.create_server(("127.0.0.1", 0))
selector = ways[way]()
selector.register(door, selectors.EVENT_READ)
ready = []
waiter = threading.Thread(
    target=lambda: ready.extend(selector.select(4)))
waiter.start()

print("a thread waits, and nobody calls")
saw("it waits in", way, where_it_waits(waiter))
client = socket.create_connection(door.getsockname())
waiter.join()
saw("somebody calls, ready are", 1, len(ready))
client.close()
selector.close()
door.close()
