package course.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one may look for: pages and the places on them that have a name. A script and no data, as a
 * page from the file system may load the one and not the other.
 */
final class SearchIndex {
    /** Where the site keeps it. */
    static final String FILE = "assets/search-index.js";

    /** How much of a row stands beside its number. */
    private static final int LONGEST = 110;

    /** The places that carry a name, in the shapes in which Asciidoctor and this package write. */
    private static final Pattern PLACE =
            Pattern.compile(
                    "<h[23] id=\"(?<section>[^\"]+)\">(?<heading>.*?)</h[23]>"
                            + "|<tr id=\"(?<call>call-[^\"]+)\""
                            + "|<div class=\"claim\" id=\"(?<claim>[^\"]+)\">\\s*"
                            + "<div class=\"claim-head\"><span class=\"title\">(?<said>.*?)</span>"
                            + "|<details id=\"(?<question>[^\"]+)\"[^>]*>\\s*"
                            + "<summary class=\"title\">(?<asked>.*?)</summary>"
                            + "|<a id=\"(?<term>[^\"]+)\"></a>(?<words>.*?)(?:</dt>|</tr>)",
                    Pattern.DOTALL);

    private static final Pattern LEAD =
            Pattern.compile("<p class=\"lead\">(.*?)</p>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\w+/(\\d\\d)-");

    private final List<String> pages = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    private SearchIndex() {}

    static String of(List<Page> pages) {
        SearchIndex index = new SearchIndex();
        pages.forEach(index::add);
        return """
                'use strict';
                window.searchIndex = {
                "pages": [
                %s
                ],
                "places": [
                %s
                ]};
                """
                .formatted(String.join(",\n", index.pages), String.join(",\n", index.places));
    }

    private void add(Page page) {
        String kind = page.kind().name().toLowerCase(Locale.ROOT);
        String title = page.kind() == Page.Kind.SOURCE ? named(page) : page.title();
        pages.add(array(page.path(), title, kind, folder(page)));
        for (MatchResult m : PLACE.matcher(page.body()).results().toList()) {
            if (m.group("section") != null) place(m.group("section"), m.group("heading"));
            else if (m.group("call") != null) place(m.group("call"), call(m.group("call")));
            else if (m.group("claim") != null) place(m.group("claim"), m.group("said"));
            else if (m.group("question") != null) place(m.group("question"), m.group("asked"));
            else place(m.group("term"), m.group("words"));
        }
    }

    /** The second table of a page has {@code call-bind-2}, and means the same call. */
    private static String call(String anchor) {
        return anchor.replaceFirst("^call-", "").replaceFirst("-\\d+$", "") + "(), side by side";
    }

    /** A source says in one sentence what it is. */
    private static String named(Page page) {
        Matcher lead = LEAD.matcher(page.body());
        return page.title() + (lead.find() ? " · " + plain(lead.group(1)) : "");
    }

    /** The number of the lecture that a page belongs to, or nothing. */
    private static String folder(Page page) {
        Matcher number = NUMBER.matcher(page.path());
        return number.lookingAt() ? number.group(1) : "";
    }

    private void place(String anchor, String html) {
        String words = plain(html);
        if (words.length() > LONGEST) words = words.substring(0, LONGEST).strip() + "…";
        places.add("[" + (pages.size() - 1) + "," + string(anchor) + "," + string(words) + "]");
    }

    private static String plain(String html) {
        String apart = html.replace("</td>", " ");
        return Html.unescape(Html.withoutTags(apart))
                .replace("&#8217;", "’")
                .replaceAll("&#\\d+;", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String array(String... strings) {
        return Stream.of(strings)
                .map(SearchIndex::string)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String string(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
