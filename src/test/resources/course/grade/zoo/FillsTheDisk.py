# Tries: to write 64 megabytes into each folder that it may write, in files of 8.
# Solves: GreetingServer
# Marks: 0
# Must not: get so much room.
import os, sys
most = 0
for folder in (".", "/tmp", "/dev/shm", "/var/tmp", "@OUTSIDE@"):
    written = 0
    try:
        for number in range(8):
            with open(os.path.join(folder, "zoo-@MARK@-%d" % number), "wb", 0) as file:
                for part in range(8):
                    written += file.write(b"x" * (1 << 20))
    except OSError:
        pass
    most = max(most, written)
print("ESCAPED: 64 megabytes" if most >= 64 << 20 else "full")
sys.exit(5)
