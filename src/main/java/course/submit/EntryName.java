package course.submit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a file in a zip, or in a folder of hand-ins, may be. */
final class EntryName {
    private static final int LONGEST = 512;
    private static final Pattern PROGRAM =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,95}\\.(java|c|py)");
    private static final Set<String> LITTER =
            Set.of(".ds_store", "thumbs.db", "desktop.ini", "__macosx");

    private EntryName() {}

    static List<String> parts(String name) {
        String[] parts = name.split("/");
        return parts.length == 0 ? List.of(name) : Arrays.asList(parts);
    }

    /** What is wrong with the name, wherever it would be written. */
    static Optional<String> flaw(String name) {
        if (name.isEmpty()) return Optional.of("has no name");
        if (name.length() > LONGEST) return Optional.of("has a name of more than 512 characters");
        if (name.codePoints().anyMatch(EntryName::hidden)) {
            return Optional.of("has a name with characters that a terminal would obey or hide");
        }
        if (name.indexOf('\\') >= 0) return Optional.of("has a backslash in its name");
        if (name.startsWith("/")) return Optional.of("has an absolute path");
        if (name.indexOf(':') >= 0) return Optional.of("has a drive letter or a colon in its name");
        for (String part : parts(name)) {
            if (part.equals("..")) return Optional.of("leads out of its folder with ..");
            if (part.isEmpty() || part.equals(".")) return Optional.of("has no proper path");
        }
        return Optional.empty();
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> c == 0xFFFD;
        };
    }

    /** Equal for names that are one file on some disk: that of a Mac, or of Windows. */
    static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC);
        String folded = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Whether a program may keep this name: the only names under which anything is written. */
    static boolean isProgram(String name) {
        return PROGRAM.matcher(name).matches() && !StudentId.isDevice(name);
    }

    /** What systems leave in folders and zips without being asked. */
    static boolean isLitter(String name) {
        List<String> parts = parts(name.toLowerCase(Locale.ROOT));
        return parts.stream().anyMatch(part -> LITTER.contains(part) || part.startsWith("._"))
                || parts.subList(0, parts.size() - 1).stream().anyMatch(p -> p.startsWith("."));
    }
}
