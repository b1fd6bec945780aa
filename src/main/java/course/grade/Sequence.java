package course.grade;

import course.check.Quoted;
import course.wire.Story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What went over the wire in a story, to be drawn: who took part, and what came from whom.
 *
 * @param peers the program is the last of them
 */
public record Sequence(List<String> peers, List<Step> steps) {
    public static final Sequence NONE = new Sequence(List.of(), List.of());

    /** What a step is, which decides how it is drawn. */
    public enum Kind {
        /** Bytes from a peer to the program. */
        TO,
        /** Bytes from the program to a peer. */
        FROM,
        /** The program's end of sending, to a peer. */
        END,
        /** Something that happened at a peer. */
        NOTE,
        /** Where it goes wrong. */
        WRONG
    }

    /** @param peer its number */
    public record Step(Kind kind, int peer, String text) {}

    private static final int STEPS = 40;
    private static final int PEERS = 6;
    private static final int BYTES = 24;
    private static final int TEXT = 60;
    private static final String PROGRAM = "the program";

    static Sequence of(Story story) {
        List<String> names = new ArrayList<>();
        for (Story.Event event : story.events()) {
            String who = who(event);
            if (!who.isEmpty() && !names.contains(who)) names.add(who);
        }
        boolean drawn = !names.isEmpty() && names.size() < PEERS;
        if (!drawn) return NONE;
        names.add(PROGRAM);
        List<String> shown = new ArrayList<>(names);
        // of one there is no need to say which
        if (story.callers() == 1) shown.replaceAll(n -> n.startsWith("client ") ? "the client" : n);
        List<Step> steps = new ArrayList<>();
        for (Story.Event event : story.events()) {
            if (steps.size() >= STEPS && !(event instanceof Story.Missed)) continue;
            Step step = step(event, names);
            if (step != null) steps.add(step);
        }
        return new Sequence(List.copyOf(shown), List.copyOf(steps));
    }

    /** With whom bytes were exchanged. */
    private static String who(Story.Event event) {
        return switch (event) {
            case Story.Sent s -> s.who();
            case Story.Came c -> c.who();
            case Story.End e -> e.who();
            case Story.Broke b -> b.who();
            default -> "";
        };
    }

    private static Step step(Story.Event event, List<String> peers) {
        int program = peers.size() - 1;
        return switch (event) {
            case Story.Sent s -> new Step(Kind.TO, peers.indexOf(s.who()), bytes(s.bytes()));
            case Story.Came c -> new Step(Kind.FROM, peers.indexOf(c.who()), bytes(c.bytes()));
            case Story.End e -> new Step(Kind.END, peers.indexOf(e.who()), "end");
            case Story.Broke b -> note(Kind.NOTE, peers.indexOf(b.who()), b.how());
            case Story.Befell b -> note(Kind.NOTE, at(peers, b.who()), b.what());
            case Story.Unread u -> note(Kind.NOTE, program, "has not read it");
            case Story.Exited e -> note(Kind.NOTE, program, "ends, exit status " + e.status());
            case Story.Missed m -> note(Kind.WRONG, at(peers, m.who()), m.what());
            // that bytes are sent or expected shows in the bytes
            case Story.Step s -> peers.contains(s.who()) && !s.does().startsWith("sends ")
                    && !s.does().startsWith("expects ")
                            ? note(Kind.NOTE, peers.indexOf(s.who()), s.does()) : null;
            case Story.Expected e -> null;
            case Story.Printed p -> null;
            case Story.Launched l -> null;
        };
    }

    private static int at(List<String> peers, String who) {
        int at = peers.indexOf(who);
        return at < 0 ? peers.size() - 1 : at;
    }

    private static Step note(Kind kind, int peer, String text) {
        return new Step(kind, peer, Quoted.line(text, TEXT));
    }

    private static String bytes(byte[] all) {
        if (all.length <= BYTES) return Quoted.bytes(all);
        byte[] first = Arrays.copyOf(all, BYTES);
        return Quoted.bytes(first) + " \u2026 " + all.length + " bytes";
    }
}
