package course.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import course.script.Exercise;

/** What Classroom 50 runs in a student's checkout, and what it has to install first. */
final class Classroom50Scripts {
    private static final String AUTOGRADER = """
            \"\"\"Grades this checkout, and leaves result.json when that is done.

            Status 0 whatever the marks; another one is a failure of the grader.
            \"\"\"

            import json
            import os
            import shutil
            import subprocess
            import sys
            import tempfile
            from datetime import datetime, timezone
            from pathlib import Path

            EXERCISE = "%1$s"
            MOST = %2$d
            HERE = Path(__file__).resolve().parent


            def commit_time():
                if not shutil.which("git"):
                    return ""
                done = subprocess.run(["git", "log", "-1", "--format=%%cI"],
                                      capture_output=True, text=True)
                return done.stdout.strip() if done.returncode == 0 else ""


            def java():
                home = os.environ.get("JAVA_HOME")
                return str(Path(home, "bin", "java")) if home else "java"


            def permit_containment():
                # Ubuntu forbids what bubblewrap needs, unless one asks
                if not shutil.which("sudo"):
                    return
                subprocess.run(
                    ["sudo", "-n", "sysctl", "-qw",
                     "kernel.apparmor_restrict_unprivileged_userns=0"],
                    check=False, stderr=subprocess.DEVNULL)


            def grade(folder):
                checkout = Path(folder, "checkout")
                shutil.copytree(".", checkout, symlinks=True,
                                ignore=shutil.ignore_patterns(".git", ".github"))
                out = Path(folder, "out")
                status = subprocess.run(
                    [java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                     "-cp", str(HERE / "lib" / "*"), "course.cli.Main", "grade",
                     str(checkout), "--out", str(out), "--student", "submission",
                     "--exercise", EXERCISE, "--format", "classroom50",
                     "--workers", "1", "--unsafe"],
                    cwd=HERE / "course", stdout=sys.stderr,
                    env={**os.environ, "COMMIT_TIME": commit_time()}).returncode
                if status != 0:
                    sys.exit(1)
                return out / "classroom50" / EXERCISE / "submission.json"


            def nothing():
                env = os.environ
                return {
                    "schema": "classroom50/result/v1",
                    "classroom": env["CLASSROOM"],
                    "assignment": env["ASSIGNMENT"],
                    "assignment_type": env.get("ASSIGNMENT_TYPE") or "individual",
                    "owner": env.get("OWNER") or env["USERNAME"],
                    "submission": env["SUBMISSION_TAG"],
                    "commit": env["COMMIT_URL"],
                    "release": env["RELEASE_URL"],
                    "review": env.get("REVIEW_URL") or env["COMMIT_URL"],
                    "datetime": utc(commit_time()),
                    "score": 0,
                    "max-score": MOST,
                    "tests": [{"test-name": "a program for " + EXERCISE,
                               "passed": False, "score": 0, "max-score": MOST}],
                }


            def utc(time):
                moment = datetime.fromisoformat(time) if time else datetime.now(timezone.utc)
                return moment.astimezone(timezone.utc).strftime("%%Y-%%m-%%dT%%H:%%M:%%SZ")


            if __name__ == "__main__":
                Path("result.json").unlink(missing_ok=True)
                permit_containment()
                with tempfile.TemporaryDirectory() as folder:
                    graded = grade(folder)
                    text = graded.read_text() if graded.exists() else json.dumps(nothing())
                draft = Path("result.json.new")
                draft.write_text(text)
                draft.replace("result.json")
            """;

    private Classroom50Scripts() {}

    static String autograder(Exercise exercise) {
        return AUTOGRADER.formatted(exercise.name(), exercise.points());
    }

    static ObjectNode runtime() {
        ObjectNode root = Json.object();
        root.put("runs-on", "ubuntu-latest").put("java", "25");
        root.putArray("apt").add("bubblewrap").add("gcc").add("libc6-dev");
        return root;
    }
}
