package course.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One question at a time to everyone; a page has one answer, which it may change. */
final class Polls {
    private static final int MOST_PAGES = 5000;

    private final Channel channel;
    private final Transcript transcript;
    private final Map<String, Integer> answers = new HashMap<>();
    private int number;
    private String question = "";
    private List<String> choices = List.of();
    private boolean open;
    private boolean changed;

    Polls(Channel channel, Transcript transcript) {
        this.channel = channel;
        this.transcript = transcript;
    }

    synchronized void ask(String question, List<String> choices) {
        number++;
        this.question = question;
        this.choices = List.copyOf(choices);
        answers.clear();
        open = true;
        tell();
        transcript.note("asked: " + question + " (" + String.join(" / ", choices) + ")");
    }

    synchronized void answer(String reader, int poll, int choice) throws Refusal {
        if (!open || poll != number) throw new Refusal(409, "that is not asked now");
        if (choice >= choices.size()) throw new Refusal(400, "there is no such choice");
        if (answers.size() >= MOST_PAGES && !answers.containsKey(reader)) {
            throw new Refusal(503, "that is more answers than one class has");
        }
        changed |= !Integer.valueOf(choice).equals(answers.put(reader, choice));
    }

    /** No more answers; the result stays. */
    synchronized void close() throws Refusal {
        if (!open) throw new Refusal(409, "nothing is asked now");
        open = false;
        tell();
        int[] counts = counts();
        List<String> results = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) results.add(choices.get(i) + " " + counts[i]);
        transcript.note("answered: " + String.join(", ", results));
    }

    /** Takes question and result off the pages. */
    synchronized void clear() {
        open = false;
        question = "";
        answers.clear();
        channel.say(Channel.Topic.POLL, "poll", "{}");
        changed = false;
    }

    /** Says the counts, if they are others than were said last: not once for each answer. */
    synchronized void tick() {
        if (changed) tell();
    }

    private void tell() {
        changed = false;
        channel.say(
                Channel.Topic.POLL,
                "poll",
                Json.object(
                        "poll", number,
                        "question", question,
                        "choices", choices,
                        "counts", IntStream.of(counts()).boxed().toList(),
                        "answers", answers.size(),
                        "open", open));
    }

    private int[] counts() {
        int[] counts = new int[choices.size()];
        Arrays.setAll(counts, i -> (int) answers.values().stream().filter(a -> a == i).count());
        return counts;
    }
}
