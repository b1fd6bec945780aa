package course.site;

import java.util.Locale;

/**
 * What putting a claim of the slides to the test showed; said by a word and a picture, never by
 * colour alone.
 */
enum Verdict {
    TRUE("True", "<path d=\"M4.5 8.5l2.4 2.4 4.8-5.4\"/>"),
    FALSE("False", "<path d=\"M5.2 5.2l5.6 5.6m0-5.6l-5.6 5.6\"/>"),
    PARTLY("Partly true", "<path d=\"M8 1.5a6.5 6.5 0 0 1 0 13z\" fill=\"currentColor\"/>"),
    DEPENDS("It depends", "<path d=\"M6 6.2a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1v.4m0 1.9v.1\"/>"),
    UNTESTABLE("Not testable", "<path d=\"M4.8 8h6.4\"/>");

    private final String word;
    private final String icon;

    Verdict(String word, String icon) {
        this.word = word;
        this.icon = icon;
    }

    String html() {
        return """
                <span class="verdict %s"><svg viewBox="0 0 16 16" aria-hidden="true">\
                <circle cx="8" cy="8" r="6.5"/>%s</svg> %s</span>"""
                .formatted(name().toLowerCase(Locale.ROOT), icon, word);
    }
}
