package course.sync;

import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps the texts true: a listing is the source that it names, and a transcript is what running its
 * commands prints. GitHub shows no {@code include::}, so both stand in the text itself, and this
 * compares them. What follows from the tables, texts and scripts alone is written from them.
 */
public final class Sync {
    private static final int AT_A_TIME = 3;

    /** What one pass over the texts found; a skipped transcript counts as none. */
    public record Report(int listings, int transcripts, List<Drift> drifts, List<String> skipped) {}

    private final Course course;
    private final Workshop workshop;
    private final Consumer<String> progress;

    /** Progress is told scene by scene, because running them takes its time. */
    public Sync(Course course, Workshop workshop, Consumer<String> progress) {
        this.course = course;
        this.workshop = workshop;
        this.progress = progress;
    }

    /** Every text of the course that may hold listings or transcripts. */
    public List<Path> texts() {
        List<Path> texts = new ArrayList<>();
        for (String storey : List.of("", "lectures", "exercises", "solutions")) {
            Path folder = course.root().resolve(storey);
            if (!Files.isDirectory(folder)) continue;
            int depth = storey.isEmpty() ? 1 : 2;
            try (Stream<Path> files = Files.walk(folder, depth)) {
                texts.addAll(files.filter(f -> f.toString().endsWith(".adoc")).sorted().toList());
            } catch (IOException e) {
                throw Complaint.machine("cannot list " + folder + ": " + e.getMessage());
            }
        }
        return texts;
    }

    /** Writes anew only what follows from the tables, texts and scripts; nothing is run. */
    public static void overviews(Course course) {
        Overviews.mend(course);
    }

    /** Looks, and changes nothing. */
    public Report check() {
        return pass(false);
    }

    /** Writes the texts anew where they had drifted. */
    public Report mend() {
        return pass(true);
    }

    private Report pass(boolean mending) {
        int listings = 0;
        int transcripts = 0;
        List<Drift> drifts = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        drifts.addAll(mending ? Overviews.mend(course) : Overviews.check(course));
        for (Path text : texts()) {
            List<String> lines = Source.of(text).lines();
            // by the index of their first line, so that the later ones can be replaced first
            Map<Block, List<String>> truths =
                    new TreeMap<>((a, b) -> Integer.compare(b.from(), a.from()));
            Map<String, List<Block>> scenes = new LinkedHashMap<>();
            for (Block block : Block.in(lines)) {
                if (block.has("file")) {
                    listings++;
                    listing(text, block, lines, drifts)
                            .ifPresent(truth -> truths.put(block, truth));
                } else if (block.has("scene") || block.has("run")) {
                    String name =
                            block.has("scene")
                                    ? block.get("scene")
                                    : "line " + (block.attributeLine() + 1);
                    scenes.computeIfAbsent(name, n -> new ArrayList<>()).add(block);
                }
            }
            for (Played played : play(text, scenes, lines)) {
                truths.putAll(played.truths());
                drifts.addAll(played.drifts());
                skipped.addAll(played.skipped());
            }
            transcripts += scenes.size();
            truths.forEach((block, truth) ->
                    drift(text, block, lines, truth).ifPresent(drifts::add));
            if (mending) Rewritten.to(text, lines, with(truths, lines));
        }
        return new Report(listings, transcripts - skipped.size(), drifts, skipped);
    }

    private Optional<List<String>> listing(
            Path text, Block block, List<String> lines, List<Drift> drifts) {
        Path file = text.resolveSibling(block.get("file")).normalize();
        if (!Files.isRegularFile(file)) {
            drifts.add(
                    new Drift(
                            text,
                            block.attributeLine() + 1,
                            "there is no file " + block.get("file"),
                            false));
            return Optional.empty();
        }
        Source source = Source.of(file);
        if (!block.has("tag")) return Optional.of(source.untagged());
        Optional<List<String>> region = source.region(block.get("tag")).map(Source.Region::lines);
        if (region.isEmpty()) {
            drifts.add(
                    new Drift(
                            text,
                            block.attributeLine() + 1,
                            block.get("file") + " has no tag " + block.get("tag"),
                            false));
        }
        return region;
    }

    /** What performing one scene has shown. */
    private record Played(
            Map<Block, List<String>> truths, List<Drift> drifts, List<String> skipped) {}

    /** All scenes of a text, some at a time: mostly they wait. Their order is that of the text. */
    private List<Played> play(Path text, Map<String, List<Block>> scenes, List<String> lines) {
        List<Future<Played>> playing = new ArrayList<>();
        List<Played> played = new ArrayList<>();
        try (ExecutorService stages = Executors.newFixedThreadPool(AT_A_TIME)) {
            scenes.forEach((name, blocks) -> playing.add(stages.submit(() -> {
                progress.accept(course.root().relativize(text) + ": " + name);
                return perform(text, blocks, lines);
            })));
            for (Future<Played> one : playing) played.add(one.get());
            return played;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Complaint complaint) throw complaint;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.machine("interrupted while running the transcripts");
        }
    }

    private Played perform(Path text, List<Block> blocks, List<String> lines) {
        Map<Block, List<String>> truths = new HashMap<>();
        List<Drift> drifts = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<List<String>> told = blocks.stream().map(b -> b.inside(lines)).toList();
        try {
            Scene scene =
                    new Scene(
                            course,
                            workshop,
                            text.getParent(),
                            first("port", blocks),
                            first("path", blocks),
                            told);
            List<List<String>> seen = scene.perform();
            // two programs' lines may change places on a busy machine; a drift stays
            if (!seen.equals(told)) seen = scene.perform();
            for (int i = 0; i < blocks.size(); i++) truths.put(blocks.get(i), seen.get(i));
        } catch (Complaint e) {
            if (e.status() == 3 && !"true".equals(System.getenv("CI"))) skipped.add(e.getMessage());
            else
                drifts.add(
                        new Drift(
                                text,
                                blocks.getFirst().attributeLine() + 1,
                                e.getMessage(),
                                false));
        }
        return new Played(truths, drifts, skipped);
    }

    private static Optional<String> first(String attribute, List<Block> blocks) {
        return blocks.stream().filter(b -> b.has(attribute)).map(b -> b.get(attribute)).findFirst();
    }

    private static Optional<Drift> drift(
            Path text, Block block, List<String> lines, List<String> truth) {
        String source =
                block.has("file")
                        ? block.get("file") + (block.has("tag") ? " tag " + block.get("tag") : "")
                        : "running it";
        return Drift.between(block.inside(lines), truth, text, block.from() + 1, source);
    }

    private static List<String> with(Map<Block, List<String>> truths, List<String> lines) {
        List<String> anew = new ArrayList<>(lines);
        truths.forEach((block, truth) -> {
            anew.subList(block.from(), block.to()).clear();
            anew.addAll(block.from(), truth);
        });
        return anew;
    }
}
