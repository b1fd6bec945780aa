package course.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one process may use, so that none can use up the machine. */
final class Limits {
    private Limits() {}

    /**
     * What to write before a command.
     *
     * @param processes whether to limit their number: right only where no others are counted
     */
    static List<String> prefix(boolean processes) {
        Optional<Path> prlimit = Tool.PRLIMIT.find();
        if (prlimit.isEmpty()) return List.of();
        List<String> prefix = new ArrayList<>();
        prefix.add(prlimit.get().toString());
        // threads count; a JVM has about 20
        if (processes) prefix.add("--nproc=256");
        prefix.add("--nofile=1024");
        prefix.add("--fsize=" + (16 << 20));
        // not the address space, of which a JVM reserves far more than it uses
        prefix.add("--data=" + (1 << 30));
        prefix.add("--cpu=30");
        prefix.add("--core=0");
        return prefix;
    }
}
