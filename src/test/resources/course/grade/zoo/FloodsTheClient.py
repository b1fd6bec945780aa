# Tries: to answer with up to 4 megabytes, whatever it is asked.
# Solves: GreetingServer
# Marks: 0
# Must not: fill the grader's memory, nor the report.
import socket, sys
server = socket.create_server(("127.0.0.1", 0), backlog=20)
print("listening on 127.0.0.1 port", server.getsockname()[1], flush=True)
for client in range(40):
    caller, _ = server.accept()
    try:
        for part in range(64):
            caller.sendall(b"hello " * 10923)
    except OSError:
        pass
    caller.close()
