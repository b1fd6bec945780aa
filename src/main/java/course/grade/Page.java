package course.grade;

import course.check.Quoted;

/**
 * A page that needs nothing beside it: no script, no request. Text gets in only through {@link
 * #text}, which leaves it no way to be anything else.
 */
final class Page {
    private static final int LONGEST = 400;

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <main>
            %s</main>
            </body>
            </html>
            """;

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: light-dark(#1d2430, #e4e8ee);
              --paper: light-dark(#fff, #14181f); --faint: light-dark(#566072, #9aa5b5);
              --line: light-dark(#d5dae2, #353d4a); --good: light-dark(#1a6b35, #6fd08c);
              --bad: light-dark(#a51d2d, #ff8f96); --soft: light-dark(#f3f5f8, #1d232d); }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .3rem .7rem .3rem 0; vertical-align: top;
              border-bottom: 1px solid var(--line); }
            td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
            .faint { color: var(--faint); }
            .good { color: var(--good); } .bad { color: var(--bad); }
            .remark { border-left: 4px solid var(--bad); padding: .2rem .8rem; }
            pre, code { font: .85rem/1.45 ui-monospace, monospace; }
            pre { background: var(--soft); padding: .8rem; overflow-x: auto; }
            .scroll { overflow-x: auto; }
            svg { display: block; max-width: none; font: 12px ui-monospace, monospace; }
            svg text { fill: var(--ink); text-anchor: middle; paint-order: stroke;
              stroke: var(--paper); stroke-width: 4px; }
            svg line, svg path { stroke: var(--faint); fill: var(--faint); }
            svg .end line { stroke-dasharray: 4 3; } svg .wrong text { fill: var(--bad); }
            svg .bar { fill: var(--faint); } svg .life { stroke: var(--line); }
            section.test { margin: 1.2rem 0 2rem; break-inside: avoid; }
            section.test h3 { font-size: 1rem; margin-bottom: .3rem; }
            a { color: inherit; }
            main:has(.pair) { max-width: none; }
            .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
            .pair > div { min-width: 0; }
            .pair mark { color: inherit; } .pair mark a { font-weight: bold; }
            mark.m0 { background: light-dark(#ffe9a8, #5a4a12); }
            mark.m1 { background: light-dark(#cfe8ff, #17415f); }
            mark.m2 { background: light-dark(#d6f3d0, #21502a); }
            mark.m3 { background: light-dark(#f6d6ee, #5b2350); }
            mark.m4 { background: light-dark(#e2dbff, #3b2f6b); }
            mark:target { outline: 2px solid var(--ink); }
            """;

    private final String title;
    private final StringBuilder body = new StringBuilder();

    Page(String title) {
        this.title = title;
        body.append("<h1>").append(text(title)).append("</h1>\n");
    }

    /** Markup of our own; whatever came from elsewhere goes through {@link #text} first. */
    Page add(String markup) {
        body.append(markup).append('\n');
        return this;
    }

    Page heading(String text) {
        return add("<h2>" + text(text) + "</h2>");
    }

    Page paragraph(String kind, String text) {
        return add("<p class=\"" + kind + "\">" + text(text) + "</p>");
    }

    String html() {
        return FRAME.formatted(text(title), STYLE, body);
    }

    /** What is no text to be read is made visible, the rest is escaped. */
    static String text(String text) {
        return Quoted.line(text, LONGEST)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
