package course.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A full room, in which some hand in while the lecturer goes on, and some connections stick. */
class ClassLoadTest {
    private static final int PAGES = 200;
    private static final int STEPS = 50;
    private static final int STUCK = 100;
    private static final int HAND_INS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void everybodyHearsEveryStepWhateverElseGoesOn() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Classroom room = new Classroom(folder);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1).build();
                Stuck _ = new Stuck(room.port(), STUCK);
                Crowd crowd = new Crowd(room.port(), PAGES, (n, title, nanos) -> {}).start()) {
            assertEquals(List.of(), crowd.follow(deadline), "they follow");
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int n = 1; n <= STEPS; n++) {
                if (n <= HAND_INS) {
                    byte[] bundle = room.bundle("s" + n, "x".repeat(50_000));
                    answers.add(client.sendAsync(
                            InboxLoadTest.put(room.address("hand-in"), bundle),
                            BodyHandlers.ofString()));
                }
                assertEquals(204, room.step("top~0", n));
                // nobody may be farther behind than his queue is long
                if (n % 10 == 0) {
                    assertEquals(List.of(), crowd.heard(n, deadline), "all hear step " + n);
                    assertEquals(200, Classroom.status(room.get(Classroom.RING)), "a page");
                }
            }
            for (int i = 0; i < HAND_INS; i++) {
                HttpResponse<String> answer = answers.get(i).join();
                assertEquals(201, answer.statusCode(), answer.body());
                String receipt = "(?s)Received \\S+ from s%d:\n.*\nReceipt: \\S{14}\n";
                assertTrue(answer.body().matches(receipt.formatted(i + 1)), answer.body());
            }
            assertEquals(HAND_INS, InboxServer.files(room.tray()).size());
        }
    }
}
