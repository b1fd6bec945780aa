"""The listing on the slide ignores what bind answers. Then its server
runs, listens, waits: on a port that nobody knows. Python raises, so
here we have to ignore the exception to see what C does by itself.
"""
# Slides: E-39
# Claims: 59 86
import socket
import sys

first = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
first.bind(("127.0.0.1", 0))
first.listen(5)
wanted = first.getsockname()[1]
print("the first server listens on port", wanted)

second = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    second.bind(("127.0.0.1", wanted))
except OSError as e:
    print("the second one's bind:", e.strerror)

# listen() on a socket without a name takes any free port, on every
# address of this machine.
second.listen(5)
chosen = second.getsockname()[1]
print("it goes on and listens on port", chosen)

same = chosen == wanted
print("is it the port it wanted? expected no, saw",
      "yes" if same else "no")
first.close()
second.close()
sys.exit(same)
