package course.check;

import com.fasterxml.jackson.databind.ObjectMapper;

import course.run.PrivateNetwork;
import course.run.Workshop;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Proves the laws of all exercises as a student's check runs, in a private network: there nobody
 * else has a port, and to ask what a program has read costs little.
 */
final class Proving {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As many as are proved before one hears of them. */
    private static final int SOME = 50;

    private Proving() {}

    /**
     * What came of one law.
     *
     * @param trouble why one could not look; empty if one could
     * @param breaches where it is broken, and the reports that show it; empty if it is kept
     */
    record Told(String exercise, String law, String trouble, List<String> breaches) {
        static Told of(Law.Proof proof) {
            return new Told(proof.law().exercise(), proof.law().name(),
                    proof.trouble().orElse(""), proof.breaches().stream()
                            .map(b -> b + "\n" + b.report()).toList());
        }
    }

    /**
     * Says a line for each law, or, if a number is given, for as many in a random order, each as
     * often as any other.
     */
    public static void main(String[] number) throws IOException {
        Course course = Course.find(Path.of(""));
        Laws laws = new Laws(course,
                new Examiner(new Workshop(course.state().resolve("built")), Patience.USUAL));
        List<Law> all = exercises(course).stream()
                .flatMap(e -> laws.ofPrograms(e).stream()).collect(Collectors.toList());
        if (number.length == 0) {
            say(all);
            return;
        }
        Random random = new Random();
        for (int left = Integer.parseInt(number[0]); left > 0; left -= all.size()) {
            Collections.shuffle(all, random);
            for (int i = 0; i < Math.min(left, all.size()); i += SOME) {
                say(all.subList(i, Math.min(i + SOME, Math.min(left, all.size()))));
            }
        }
    }

    private static void say(List<Law> laws) throws IOException {
        for (Law.Proof proof : Laws.prove(laws)) {
            IO.println(JSON.writeValueAsString(Told.of(proof)));
        }
    }

    /** Those with solutions. */
    static List<Exercise> exercises(Course course) {
        return course.exercises().stream().filter(e -> !e.handedOutAlone()).toList();
    }

    /** Of each law, once. */
    static List<Told> told() throws IOException, InterruptedException {
        List<Told> all = new ArrayList<>();
        tell(List.of(), all::add);
        return all;
    }

    /** Of that many laws. */
    static void tell(int number, Consumer<Told> to) throws IOException, InterruptedException {
        tell(List.of(String.valueOf(number)), to);
    }

    private static void tell(List<String> arguments, Consumer<Told> to)
            throws IOException, InterruptedException {
        boolean secluded = PrivateNetwork.permitted();
        List<String> command = new ArrayList<>();
        if (secluded) command.addAll(PrivateNetwork.around());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (secluded) command.add(PrivateNetwork.known());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(o -> o.startsWith("-X")).toList());
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path"), Proving.class.getName()));
        command.addAll(arguments);
        Process proving = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        try (BufferedReader lines = proving.inputReader()) {
            for (String line; (line = lines.readLine()) != null; ) {
                to.accept(JSON.readValue(line, Told.class));
            }
            int status = proving.waitFor();
            if (status != 0) throw new IOException("proving ended with " + status);
        } finally {
            proving.destroyForcibly();
        }
    }
}
