# Tries: to answer with whatever it finds in the grader's file, byte by byte, in place of names.
# Solves: ParseEndpoint
# Marks: 0
# Must not: find anything.
import sys
try:
    with open("@SECRET@") as file:
        print("ESCAPED:", file.read())
except OSError:
    print("127.0.0.1 1 IPv4")
