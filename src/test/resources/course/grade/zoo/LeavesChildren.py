# Tries: to leave processes behind, out of its session and out of its folder.
# Solves: GreetingServer
# Marks: 0
# Must not: succeed; they would end by themselves after 20 s.
import os, sys, time
for away in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.chdir("/")
            os.execvp("sleep", ["sleep", "20.@MARK@"])
        os._exit(0)
time.sleep(0.2)
print("left")
sys.exit(5)
