# Tries: to take 600 ports, so that no other program gets one that it needs.
# Solves: GreetingServer
# Marks: 0
# Must not: cost another program a port.
import socket, sys
taken = []
for port in range(20000, 20600):
    squatter = socket.socket()
    try:
        squatter.bind(("0.0.0.0", port))
        squatter.listen()
        taken.append(squatter)
    except OSError:
        squatter.close()
print("sits on many ports")
sys.exit(5)
