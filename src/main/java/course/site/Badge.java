package course.site;

import course.script.Verdict;

import java.util.Locale;

/** A verdict as a claim wears it: said by words and a picture, never by colour alone. */
final class Badge {
    private Badge() {}

    static String of(Verdict verdict) {
        return """
                <span class="verdict %s"><svg viewBox="0 0 16 16" aria-hidden="true">\
                <circle cx="8" cy="8" r="6.5"/>%s</svg> %s</span>"""
                .formatted(verdict.id(), icon(verdict), capital(verdict.words()));
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> "<path d=\"M4.5 8.5l2.4 2.4 4.8-5.4\"/>";
            case FALSE -> "<path d=\"M5.2 5.2l5.6 5.6m0-5.6l-5.6 5.6\"/>";
            case PARTLY -> "<path d=\"M8 1.5a6.5 6.5 0 0 1 0 13z\" fill=\"currentColor\"/>";
            case DEPENDS -> "<path d=\"M6 6.2a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1v.4m0 1.9v.1\"/>";
            case UNTESTABLE -> "<path d=\"M4.8 8h6.4\"/>";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
