package course.bench;

import course.run.Ready;
import course.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many files a process may have open, and each connection is one: here as many as the system
 * permits. A JVM asks for that by itself, the others must be given it.
 */
record OpenFiles(Optional<Integer> most) {
    static OpenFiles here() {
        try (Stream<String> limits = Files.lines(Path.of("/proc/self/limits"))) {
            // Max open files            1024                 20000                files
            return new OpenFiles(limits.filter(l -> l.startsWith("Max open files"))
                    .map(l -> l.trim().split("\\s{2,}")[2])
                    .filter(n -> n.matches("\\d{1,9}"))
                    .map(Integer::valueOf).findFirst());
        } catch (IOException notToldHere) {
            return new OpenFiles(Optional.empty());
        }
    }

    void mustSuffice(int wanted) throws Unfit {
        if (most.isPresent() && most.get() < wanted) {
            throw new Unfit("only " + most.get() + " open files permitted");
        }
    }

    Ready raised(Ready ready) {
        Optional<Path> prlimit = Tool.PRLIMIT.find();
        if (most.isEmpty() || prlimit.isEmpty()) return ready;
        List<String> command = new ArrayList<>(List.of(
                prlimit.get().toString(), "--nofile=" + most.get() + ":" + most.get()));
        command.addAll(ready.command());
        return new Ready(command);
    }
}
