"""listen's number is the length of a queue: of callers who are already
connected while nobody has accepted them. It is a wish, and it says
nothing about how many are served in all.  backlog.py [NUMBER]
"""
# Slides: R-08b U-18c U-18d
# Claims: 56
import socket
import sys


# Calls until one is not answered, but a hundred times at most.
def callers(server):
    connected = []
    while len(connected) < 100:
        try:
            connected.append(socket.create_connection(
                server.getsockname(), timeout=0.3))
        except (TimeoutError, ConnectionRefusedError):
            break  # full
    return connected


def saw(what, expected, seen):
    print(f"{what}: expected {expected}, saw {seen}")
    if expected != seen:
        sys.exit(1)


backlog = int(sys.argv[1]) if len(sys.argv) > 1 else 1
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", 0))
server.listen(backlog)

waiting = callers(server)
print(f"backlog {backlog}: {len(waiting)} are connected,"
      " and nobody has accepted")
saw("the queue has an end", "yes",
    "yes" if len(waiting) < 100 else "no")

# Take them out of the queue, and there is room again.
for _ in waiting:
    server.accept()[0].close()
later = callers(server)
saw("all accepted, more may come", "yes", "yes" if later else "no")

for one in waiting + later:
    one.close()
server.close()
