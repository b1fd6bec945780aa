"""On stdin comes a file like /etc/services, the arguments ask for
services in it: NAME/PROTOCOL or PORT/PROTOCOL.
services_table.py QUESTION [QUESTION...] < FILE
"""
import re
import sys

if len(sys.argv) < 2:
    print("usage: NAME/PROTOCOL or PORT/PROTOCOL", file=sys.stderr)
    sys.exit(2)

sys.stdin.reconfigure(encoding="utf-8", errors="replace")
answers = {}
for line in sys.stdin:
    # split without an argument takes tabs, blanks and the line's end
    words = line.partition("#")[0].split()
    end = len(words) > 1 and re.fullmatch(
        r"([0-9]{1,5})/([a-z]+)", words[1])
    if not end or int(end[1]) > 65535:
        continue
    answer = f"{words[0]} {words[1]}"
    names = [words[0], end[1], *words[2:]]
    for name in names:
        # the first line wins, and the protocol is part of the question
        answers.setdefault(f"{name}/{end[2]}", answer)

status = 0
for question in sys.argv[1:]:
    if question not in answers:
        status = 1
    print(answers.get(question, f"no {question}"))
sys.exit(status)
