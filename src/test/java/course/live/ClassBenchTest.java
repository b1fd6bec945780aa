package course.live;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import course.Typed;
import course.bench.Tables;
import course.script.Course;
import course.submit.HandIns;

import org.HdrHistogram.Histogram;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * How soon a step is seen: {@code course class} as it is typed, a lecturer who goes on quickly, and
 * the pages in a process of their own. Like all of {@code mvn verify -Pbench}, it only measures;
 * that nothing is lost it wants to see, all the same.
 */
@Tag("bench")
class ClassBenchTest {
    private static final Course COURSE = Course.find(Path.of(""));
    private static final int ROUNDS = 3;
    private static final int WARM_UPS = 20;
    private static final int STEPS = 200;
    private static final int PACE_MILLIS = 100;
    private static final int STUDENTS = 300;
    private static final int BYTES = 50_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Who is there.
     *
     * @param stuck connections that get nowhere
     * @param within so many seconds a class hands in; nobody, if negative
     */
    private record Room(int pages, int stuck, int within) {
        boolean handsIn() {
            return within >= 0;
        }

        @Override
        public String toString() {
            return "%,d pages%s%s".formatted(pages,
                    stuck == 0 ? "" : ", " + stuck + " stuck connections",
                    handsIn() ? ", while " + STUDENTS + " hand in " + how() : "");
        }

        String how() {
            return within == 0 ? "at one moment" : "within " + within + " s";
        }
    }

    /** What one round has shown; times in microseconds. */
    private record Round(Histogram steps, double handInSeconds) {}

    private static final List<Room> ROOMS = List.of(
            new Room(200, 0, -1),
            new Room(200, 500, -1),
            new Room(1000, 0, -1),
            new Room(1000, 500, -1),
            new Room(1000, 0, 10),
            new Room(1000, 0, 0));

    @Test
    void howSoonAStepIsSeen(@TempDir Path folder) throws Exception {
        List<String> local = List.of("env", "JBANG_LAUNCHER=local",
                "JAVA_HOME=" + System.getProperty("java.home"));
        Map<Room, List<Round>> rounds = new LinkedHashMap<>();
        try (Typed server = Typed.in(COURSE, local,
                        "class", "--port", "0", "--collect", folder.toString());
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1).build()) {
            String said = server.until("the lecturer \\S+\n");
            String lecturer = said.replaceFirst("(?s).*the lecturer (\\S+)\n", "$1");
            Hour hour = new Hour(client, URI.create(lecturer));
            server.until("Ctrl-C ends it");
            for (int round = 0; round < ROUNDS; round++) {
                for (Room room : ROOMS) {
                    rounds.computeIfAbsent(room, r -> new ArrayList<>()).add(hour.round(room));
                }
            }
        }
        Tables.append(steps(rounds));
        Tables.append(handIns(rounds));
    }

    private static final class Hour {
        private final HttpClient client;
        private final URI lecturer;
        private int bundles;

        Hour(HttpClient client, URI lecturer) {
            this.client = client;
            this.lecturer = lecturer;
        }

        Round round(Room room) throws IOException, InterruptedException {
            List<byte[]> handedIn = new ArrayList<>();
            for (int i = 0; room.handsIn() && i < STUDENTS; i++) {
                handedIn.add(HandIns.bundle("s" + i, bundles++ + "x".repeat(BYTES)));
            }
            try (FarCrowd crowd = new FarCrowd(
                    lecturer.getPort(), room.pages(), room.stuck())) {
                for (int n = 1; n <= WARM_UPS; n++) step(n, "warm up");
                List<CompletableFuture<Long>> receipts = new ArrayList<>();
                for (byte[] bundle : handedIn) {
                    long millis = 1000L * room.within() * receipts.size() / STUDENTS;
                    Executor then = delayedExecutor(millis, TimeUnit.MILLISECONDS);
                    receipts.add(supplyAsync(() -> bundle, then).thenCompose(this::handIn));
                }
                var all = CompletableFuture.allOf(receipts.toArray(CompletableFuture[]::new));
                long begun = System.nanoTime();
                for (int n = 1; n <= STEPS; n++) {
                    long due = begun + n * PACE_MILLIS * 1_000_000L;
                    Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                    boolean measured = !room.handsIn() || !all.isDone();
                    step(WARM_UPS + n, measured ? "" + System.nanoTime() : "they are through");
                }
                Histogram heard = crowd.heard(WARM_UPS + STEPS);
                long last = receipts.stream()
                        .mapToLong(CompletableFuture::join).max().orElse(begun);
                return new Round(heard, (last - begun) / 1e9);
            } finally {
                empty();
            }
        }

        /** A page that has gone is noticed when something is said to it. */
        private void empty() throws IOException, InterruptedException {
            HttpRequest desk = HttpRequest.newBuilder(
                            lecturer.resolve("/live/desk?page=index.html"))
                    .header("X-Presenter", lecturer.getFragment())
                    .build();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                String seen = client.send(desk, BodyHandlers.ofString()).body();
                if (seen.contains("\"followers\":0,")) return;
                if (System.nanoTime() > deadline) throw new IOException("pages stay: " + seen);
                step(0, "is anybody there?");
                Thread.sleep(PACE_MILLIS);
            }
        }

        private void step(int n, String title) throws IOException, InterruptedException {
            String form = "page=index.html&key=top~0&title=%s&n=%d&of=%d".formatted(
                    URLEncoder.encode(title, StandardCharsets.UTF_8), n, WARM_UPS + STEPS);
            HttpRequest post = HttpRequest.newBuilder(lecturer.resolve("/live/step"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Presenter", lecturer.getFragment())
                    .POST(BodyPublishers.ofString(form))
                    .build();
            HttpResponse<String> answer = client.send(post, BodyHandlers.ofString());
            if (answer.statusCode() != 204) throw new IOException("a step: " + answer.body());
        }

        /** When it has its receipt. */
        private CompletableFuture<Long> handIn(byte[] bundle) {
            String place = lecturer.resolve("/hand-in").toString();
            return client.sendAsync(InboxLoadTest.put(place, bundle), BodyHandlers.ofString())
                    .thenApply(answer -> {
                        if (answer.statusCode() == 201) return System.nanoTime();
                        throw new IllegalStateException("a hand-in: " + answer.body());
                    });
        }
    }

    private static String steps(Map<Room, List<Round>> rounds) {
        StringBuilder text = new StringBuilder(
                (".From the lecturer's request to the page that has the step, ms;"
                        + " %d rounds of %d steps, one each %d ms\n")
                        .formatted(ROUNDS, STEPS, PACE_MILLIS));
        text.append("[cols=\"4,>1,>1,>1,>2\",options=header]\n|===\n"
                + "|Who listens |p50 |p99 |Most |p99 of the rounds\n\n");
        rounds.forEach((room, each) -> {
            Histogram all = FarCrowd.micros();
            each.forEach(round -> all.add(round.steps()));
            double[] p99 = each.stream()
                    .mapToDouble(r -> r.steps().getValueAtPercentile(99) / 1e3).sorted().toArray();
            text.append(String.format(Locale.ROOT, "|%s |%.1f |%.1f |%.1f |%.1f to %.1f%n", room,
                    all.getValueAtPercentile(50) / 1e3, all.getValueAtPercentile(99) / 1e3,
                    all.getMaxValue() / 1e3, p99[0], p99[p99.length - 1]));
        });
        return text.append("|===\n\n").toString();
    }

    private static String handIns(Map<Room, List<Round>> rounds) {
        StringBuilder text = new StringBuilder(
                ".%d hand-ins of %d kB, while the lecturer goes on\n"
                        .formatted(STUDENTS, BYTES / 1000));
        text.append("[cols=\"2,>1,>1\",options=header]\n|===\n"
                + "|They hand in |Until the last receipt, s |Hand-ins a second\n\n");
        rounds.forEach((room, each) -> {
            for (Round round : room.handsIn() ? each : List.<Round>of()) {
                text.append(String.format(Locale.ROOT, "|%s |%.1f |%.0f%n", room.how(),
                        round.handInSeconds(), STUDENTS / round.handInSeconds()));
            }
        });
        return text.append("|===\n\n").toString();
    }
}
