# Tries: to open 5000 files.
# Solves: GreetingServer
# Marks: 0
# Must not: get so many.
import os, sys
held = 0
try:
    for held in range(5000):
        os.open("/dev/null", os.O_RDONLY)
    print("ESCAPED: 5000 files")
except OSError:
    print("no more")
sys.exit(5)
