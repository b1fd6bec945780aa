# Tries: to find what the other students have handed in.
# Solves: GreetingServer
# Marks: 0
# Must not: see a program but its own.
import os, sys
found = set()
for top in ("@OUT@", "/tmp", "/dev/shm", "/work", "/home", "/root"):
    for folder, _, names in os.walk(top):
        for name in names:
            base = name.replace("_", "").lower()
            if base.startswith(("greetingserver.", "parseendpoint.")):
                found.add(os.path.join(folder, name))
        if len(found) > 50:
            break
others = [f for f in found if not os.path.samefile(f, sys.argv[0])]
print("ESCAPED: sees others" if others else "alone")
sys.exit(5)
