package course.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import course.script.Exercise;

/** What Gradescope runs: once to prepare its image, then once for each submission. */
final class GradescopeScripts {
    static final String SETUP = """
            #!/bin/sh
            # Prepares the image: a JDK 25, compilers, and what contains a program.
            set -eu
            export DEBIAN_FRONTEND=noninteractive
            apt-get update
            apt-get install -y --no-install-recommends \\
                bubblewrap ca-certificates curl gcc libc6-dev python3 util-linux
            if ! apt-get install -y --no-install-recommends openjdk-25-jdk-headless
            then
              case $(uname -m) in
                aarch64) arch=aarch64 ;;
                *) arch=x64 ;;
              esac
              mkdir -p /opt/jdk-25
              curl -fsSL -o /tmp/jdk.tar.gz "https://api.adoptium.net/v3/binary/\\
            latest/25/ga/linux/$arch/jdk/hotspot/normal/eclipse"
              tar -xzf /tmp/jdk.tar.gz -C /opt/jdk-25 --strip-components=1
              rm /tmp/jdk.tar.gz
            fi
            """;

    /** Where the engine's folders are may be said otherwise, for a rehearsal at home. */
    private static final String RUN = """
            #!/bin/sh
            # Grades one submission, and leaves results.json only when that is done:
            # without it, Gradescope says that the autograder failed, and gives no marks.
            set -eu
            home=${AUTOGRADER:-/autograder}
            results=$home/results/results.json
            rm -f "$results"

            java=
            for jdk in "${JAVA_HOME:-}" /opt/jdk-25 /usr/lib/jvm/*25*; do
              if [ -x "$jdk/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$jdk/release"
              then java=$jdk/bin/java; break
              fi
            done
            [ -n "$java" ] || { echo "no JDK 25: did setup.sh fail?" >&2; exit 1; }

            place=$(mktemp -d)
            trap 'rm -rf "$place"' EXIT
            cp -RP "$home/submission" "$place/submission"
            out=$place/out
            mkdir "$out"

            as=
            if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
              # root may have any number of processes, and write its own marks
              as="setpriv --reuid=65534 --regid=65534 --clear-groups"
              chown -hR 65534:65534 "$place"
            fi
            cd "$home/source/course"
            $as "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$home/source/lib/*" \\
                course.cli.Main grade "$place/submission" --out "$out" --student submission \\
                --exercise %1$s --format gradescope --workers 1%2$s

            graded=$out/gradescope/%1$s/submission.json
            [ -f "$graded" ] || graded=$home/source/nothing.json
            mkdir -p "$home/results"
            cp "$graded" "$results.new"
            mv "$results.new" "$results"
            """;

    private GradescopeScripts() {}

    /**
     * Each submission has a container of its own, in which a second one may not be permitted. That
     * does, unless there is a secret in it: that one Landlock keeps, and the rest is the
     * submission's own.
     */
    static String run(Exercise exercise, boolean hidden) {
        return RUN.formatted(exercise.name(), hidden ? " --hidden --landlock" : " --unsafe");
    }

    static ObjectNode nothing(Exercise exercise) {
        ObjectNode root = Json.object();
        root.put("score", 0).put("output_format", "text");
        root.put("output", "No program for " + exercise.name() + " was found in what you handed in:"
                + " it is called " + exercise.name() + ".java, " + exercise.snake() + ".c or "
                + exercise.snake() + ".py.");
        root.put("visibility", "visible").put("stdout_visibility", "hidden");
        root.putArray("tests");
        return root;
    }
}
