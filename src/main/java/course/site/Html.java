package course.site;

/** Text on its way into a page. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The reverse, for what Asciidoctor escaped. */
    static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    static String withoutTags(String html) {
        return html.replaceAll("<[^>]*>", "");
    }

    static String withoutLinks(String html) {
        return html.replaceAll("</?a\\b[^>]*>", "");
    }
}
