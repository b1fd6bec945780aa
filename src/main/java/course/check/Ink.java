package course.check;

/** Colour, where there is a terminal to show it. */
public enum Ink {
    PLAIN, COLOUR;

    private static final String RESET = "\u001b[0m";

    /** As https://no-color.org has it: any value that is not empty means no. */
    public static Ink forTerminal() {
        String refused = System.getenv("NO_COLOR");
        boolean wanted = refused == null || refused.isEmpty();
        return wanted && System.console() != null && System.console().isTerminal() ? COLOUR : PLAIN;
    }

    String good(String text) {
        return in("32", text);
    }

    String bad(String text) {
        return in("31", text);
    }

    String bold(String text) {
        return in("1", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + RESET;
    }
}
