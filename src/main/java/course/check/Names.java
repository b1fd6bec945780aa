package course.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * The data of one test: names, numbers and noise that vary with the seed, so that no program can
 * know them, and nothing else does.
 */
public final class Names {
    private static final List<String> PLAIN = List.of(
            "Ada", "Alan", "Bob", "Dan", "Dave", "Edie", "Eva", "Jean", "Jim", "John", "Jon",
            "Judy", "Ken", "Len", "Lynn", "Mary", "Niki", "Paul", "Ray", "Rob", "Ron", "Tim",
            "Tony", "Vint");
    private static final List<String> ACCENTED = List.of(
            "Zo\u00eb", "J\u00fcrgen", "S\u00f8ren", "\u0141ukasz", "\u0160\u00e1rka",
            "Andr\u00e9", "Bj\u00f6rn", "I\u00f1igo", "\u6e21\u8fba", "Ren\u00e9e",
            "\u1f59\u03c0\u03b1\u03c4\u03af\u03b1", "\u0421\u043e\u0444\u044c\u044f");

    private final Iterator<String> plain;
    private final Iterator<String> accented;
    private final Random random;

    Names(long seed, String test) {
        this.random = new Random(seed * 31 + test.hashCode());
        this.plain = shuffled(PLAIN, random);
        this.accented = shuffled(ACCENTED, random);
    }

    private static Iterator<String> shuffled(List<String> names, Random random) {
        List<String> copy = new ArrayList<>(names);
        Collections.shuffle(copy, random);
        return copy.iterator();
    }

    /** A short name in ASCII, another each time. */
    public String plain() {
        return plain.next();
    }

    /** So many bytes of anything. */
    public byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** A number from 0 up to, but not including, the bound. */
    public int number(int bound) {
        return random.nextInt(bound);
    }

    /** A name with a character that takes more than one byte in UTF-8. */
    public String accented() {
        return accented.next();
    }
}
