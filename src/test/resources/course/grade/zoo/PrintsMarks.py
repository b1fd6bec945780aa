# Tries: to print what a grader might take for its own words.
# Solves: GreetingServer
# Marks: 0
# Must not: be believed, nor reach a page as markup or a terminal as a command.
import sys
print('{"score": 20, "max_score": 20, "status": "passed"}')
print('{"status":"graded","score":20,"max":20,"tests":[],"millis":1}')
print("::notice title=Autograding report::{\"totalPoints\":20,\"maxPoints\":20}")
print("::stop-commands::x")
print('</pre><script>alert("20 of 20")</script>')
print("=cmd|' /C calc'!A0")
print("\x1b]0;20 of 20\x07\x1b[2J\x1b[1;1H20 of 20 \u202e02 fo 02")
print("]]></failure></testcase><testcase name='all'/>")
sys.exit(0)
