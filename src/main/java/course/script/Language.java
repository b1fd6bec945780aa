package course.script;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three languages of the course, in the order in which they stand side by side. */
public enum Language {
    C("C", ".c", "c"),
    PYTHON("Python", ".py", "python"),
    JAVA("Java", ".java", "java");

    private final String label;
    private final String extension;
    private final String highlighted;

    Language(String label, String extension, String highlighted) {
        this.label = label;
        this.extension = extension;
        this.highlighted = highlighted;
    }

    /** As a heading writes it. */
    public String label() {
        return label;
    }

    /** With the dot. */
    public String extension() {
        return extension;
    }

    /** As {@code [source,…]} names it. */
    public String highlighted() {
        return highlighted;
    }

    /** As an option takes it: {@code java}, {@code c}, {@code python}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that {@code [source,…]} names, if it is one of ours. */
    public static Optional<Language> highlighted(String name) {
        return Arrays.stream(values()).filter(l -> l.highlighted.equals(name)).findFirst();
    }

    public static Optional<Language> of(Path file) {
        String name = file.getFileName().toString();
        return Arrays.stream(values()).filter(l -> name.endsWith(l.extension)).findFirst();
    }
}
