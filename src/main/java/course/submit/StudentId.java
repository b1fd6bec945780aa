package course.submit;

import course.check.Quoted;
import course.script.Complaint;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an id may look like: it names files, stands in tables, and is typed by hand. */
final class StudentId {
    static final String RULE = "letters, digits and . _ @ + -, at most 64 of them";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");

    /** Windows takes these for devices, whatever comes after a dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private StudentId() {}

    static boolean fits(String id) {
        return ID.matcher(id).matches() && !id.endsWith(".") && !isDevice(id);
    }

    static boolean isDevice(String fileName) {
        return DEVICE.matcher(fileName).matches();
    }

    /** Ids that differ in nothing but the case are one student, and one file on many disks. */
    static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** One id, or those of a team with commas between them; each once, in their order. */
    static List<String> typed(String text) {
        List<String> ids = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        for (String id : ids) {
            if (fits(id)) continue;
            throw Complaint.usage("no student id: " + Quoted.line(id, 64) + "; it has " + RULE);
        }
        if (ids.isEmpty()) throw Complaint.usage("no student id; it has " + RULE);
        Set<String> once = new HashSet<>();
        return ids.stream().filter(id -> once.add(key(id))).toList();
    }

    /** What names somebody in some table or folder, as an id; different names differ as ids. */
    static String of(String name) {
        String number = Sha256.of(EntryName.folded(name).getBytes(StandardCharsets.UTF_8));
        return fits(name) ? key(name) : made(name, number.substring(0, 6));
    }

    /** An id for somebody of whom only this is known; the number tells namesakes apart. */
    static String made(String name, String number) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = ascii.substring(0, Math.min(40, ascii.length()));
        return String.join("-", Stream.of(cut, number).filter(part -> !part.isEmpty()).toList());
    }
}
