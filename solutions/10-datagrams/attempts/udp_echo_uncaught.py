"""Sends datagrams back: nothing can go wrong"""
# Marks: 18 of 20
# Fails: restart, badPort
# Mistake: STACK_TRACE
# Comment: What you send back is right. A bad port and a busy one both
#   end in a traceback, and ::1 does, too: the family is decided by the
#   address, so ask getaddrinfo.
import socket
import sys

port = int(sys.argv[1])
address = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind((address, port))
port = server.getsockname()[1]
print(f"listening on {address} port {port}", flush=True)
while True:
    data, client = server.recvfrom(65536)
    server.sendto(data, client)
