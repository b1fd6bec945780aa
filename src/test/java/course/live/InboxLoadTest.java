package course.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import course.submit.HandIns;
import course.submit.Intake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A class of 300 that hands in within the last seconds, from one address. */
class InboxLoadTest {
    private static final int STUDENTS = 300;
    private static final int BYTES = 50_000;

    @TempDir Path folder;

    @Test
    void aClassAtTheDeadline(TestReporter reporter) throws Exception {
        List<byte[]> bundles = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            bundles.add(HandIns.bundle("s" + i, i + "x".repeat(BYTES)));
        }
        try (InboxServer server = new InboxServer(folder);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService students = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (byte[] bundle : bundles) {
                all.add(() -> client.send(put(server.url(), bundle), BodyHandlers.ofString())
                        .statusCode());
            }
            long began = System.nanoTime();
            for (Future<Integer> one : students.invokeAll(all)) assertEquals(201, one.get());
            double seconds = (System.nanoTime() - began) / 1e9;
            reporter.publishEntry("hand-ins a second",
                    String.format(Locale.ROOT, "%.0f", STUDENTS / seconds));
            assertEquals(STUDENTS, server.told.size());
            assertEquals(STUDENTS, server.log.size());
            Set<String> there = new HashSet<>();
            for (Path file : server.files()) {
                there.add(InboxServer.sha256(Files.readAllBytes(file)));
            }
            for (byte[] bundle : bundles) there.remove(InboxServer.sha256(bundle));
            assertEquals(STUDENTS, server.files().size());
            assertEquals(Set.of(), there);
        }
        try (Intake intake = Intake.of(folder, HandIns.options())) {
            assertEquals(List.of(), intake.refused());
            assertEquals(STUDENTS, intake.taken().size());
        }
    }

    static HttpRequest put(String url, byte[] bundle) {
        return HttpRequest.newBuilder(URI.create(url + "/" + InboxServer.sha256(bundle)))
                .header("Content-Type", "application/zip")
                .header("Content-Range",
                        "bytes 0-%d/%d".formatted(bundle.length - 1, bundle.length))
                .PUT(BodyPublishers.ofByteArray(bundle))
                .build();
    }
}
