package course.submit;

import course.check.Quoted;

/** How a place is named to a person: {@code canvas.zip › ada_123_Greeting.java}. */
final class Origin {
    private static final int LONGEST = 120;

    private Origin() {}

    /** A stranger's words, in one line, and fit for a terminal. */
    static String shown(String name) {
        return name.isEmpty() ? "a nameless entry" : Quoted.line(name, LONGEST);
    }

    static String in(String container, String name) {
        return container + " \u203a " + shown(name);
    }
}
