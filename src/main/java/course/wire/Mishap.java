package course.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What befalls the nth datagram that a {@link Post} sends: networks do all of it, seldom and when
 * nobody looks.
 *
 * @param which counted from 1
 * @param bytes for {@link Kind#TRUNCATE}: how many are left
 */
public record Mishap(Kind kind, int which, int bytes) {
    /** All that can happen to a datagram, except that a bit of it changes. */
    public enum Kind {
        /** It never arrives. */
        DROP,
        /** It arrives twice. */
        DUPLICATE,
        /** The next one overtakes it. */
        SWAP,
        /** It arrives when all the others have. */
        DELAY,
        /** Only its beginning arrives. */
        TRUNCATE,
        /** It comes from somebody else. */
        STRANGER
    }

    private static final Pattern SENTENCE = Pattern.compile("([a-z]+) (\\d+)(?: to (\\d+))?");

    public Mishap {
        if (which < 1) throw new IllegalArgumentException("datagrams are counted from 1");
    }

    /** As one says it: {@code drop 2, duplicate 4, truncate 5 to 3}. */
    public static List<Mishap> script(String sentences) {
        return Stream.of(sentences.split(", ")).map(Mishap::sentence).toList();
    }

    private static Mishap sentence(String said) {
        Matcher m = SENTENCE.matcher(said);
        if (!m.matches()) throw new IllegalArgumentException("no mishap: " + said);
        int bytes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        return new Mishap(Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(m.group(2)), bytes);
    }

    /** One of each of these kinds, each on another of {@code datagrams} datagrams. */
    static List<Mishap> seeded(Random random, int datagrams, List<Kind> kinds) {
        List<Integer> places = IntStream.rangeClosed(1, datagrams).boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(places, random);
        List<Mishap> mishaps = new ArrayList<>();
        for (Kind kind : kinds) mishaps.add(new Mishap(kind, places.removeLast(), 1));
        return mishaps;
    }

    /** The script again, so that a failure can be repeated without its seed. */
    static String told(List<Mishap> mishaps) {
        return mishaps.stream()
                .map(m -> m.kind.name().toLowerCase(Locale.ROOT) + " " + m.which
                        + (m.kind == Kind.TRUNCATE ? " to " + m.bytes : ""))
                .collect(Collectors.joining(", "));
    }
}
