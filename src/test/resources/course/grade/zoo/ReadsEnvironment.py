# Tries: to read the environment of the grader, its own and that of every process.
# Solves: GreetingServer
# Marks: 0
# Must not: find the variable in which the grader keeps a secret.
import glob, os, sys
seen = str(os.environ)
for file in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/cmdline"):
    try:
        with open(file, "rb") as f:
            seen += f.read().decode("latin-1")
    except OSError:
        pass
print("ESCAPED: reads the environment" if "COURSE_ZOO_" + "SECRET" in seen else "three variables")
sys.exit(5)
