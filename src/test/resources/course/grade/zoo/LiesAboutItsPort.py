# Tries: to send the check to a server of the grader's own network.
# Solves: GreetingServer
# Marks: 0
# Must not: have it called.
import time
print("listening on 127.0.0.1 port @PORT@", flush=True)
time.sleep(20)
