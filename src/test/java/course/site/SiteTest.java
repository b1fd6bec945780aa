package course.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Complaint;
import course.script.Language;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages as files: what they hold, that they are valid and whole, and what stops them from being
 * made.
 */
class SiteTest {
    private final Press press = Made.PRESS;
    private final Path site = Made.SMALL;

    private Document page(String path) throws IOException {
        return Jsoup.parse(site.resolve(path));
    }

    private Document ring() throws IOException {
        return page("lectures/01-ring/index.html");
    }

    @Test
    void aCourseRendersWithoutAProblem() {
        assertEquals(List.of(), Made.SMALL_RENDERED.problems());
        assertEquals(List.of(), Made.REAL_RENDERED.problems());
    }

    @Test
    void everyFileOfALectureHasAPageAndEverySolutionNone() throws IOException {
        List<String> pages =
                SmallCourse.pages(site).stream()
                        .map(p -> site.relativize(p).toString().replace('\\', '/'))
                        .toList();
        assertEquals(
                List.of(
                        "exercises/01-ring/Greeting.java.html",
                        "exercises/01-ring/GreetingCheck.java.html",
                        "exercises/01-ring/index.html",
                        "index.html",
                        "lectures/01-ring/RingServer.java.html",
                        "lectures/01-ring/TryTheBell.java.html",
                        "lectures/01-ring/index.html",
                        "lectures/01-ring/ring_server.c.html",
                        "lectures/01-ring/ring_server.py.html",
                        "lectures/02-answer/index.html"),
                pages);
        for (Path p : SmallCourse.pages(site))
            assertFalse(Files.readString(p).contains("secret"), p.toString());
    }

    @Test
    void callsStandSideBySideAndShareACellWhereTheyAreOneCall() throws IOException {
        Element table = ring().selectFirst(".calls table");
        assertEquals(List.of("Call", "C", "Python", "Java"), table.select("thead th").eachText());
        assertEquals(
                List.of("call-socket", "call-bind", "call-listen", "call-accept"),
                table.select("tbody tr").eachAttr("id"));
        Element shared = table.selectFirst("#call-bind td:last-child");
        assertEquals("2", shared.attr("rowspan"));
        assertEquals(2, table.select("#call-listen td").size());
        assertEquals(
                "Java: the same lines as bind",
                table.selectFirst("#call-listen").attr("data-shared"));
        assertEquals(
                "bell.bind(new InetSocketAddress(\"127.0.0.1\", 1234), 5);",
                shared.select("code").text().strip());
        assertEquals(
                "../../lectures/01-ring/RingServer.java.html#L14",
                shared.select(".where a").attr("href"));
        assertFalse(
                shared.select("span.k, span.nc, span.nf").isEmpty(), "not highlighted: " + shared);
    }

    @Test
    void aCallWithoutARegionKeepsItsWords(@TempDir Path temp) throws IOException {
        SmallCourse broken = SmallCourse.in(temp);
        broken.edit(
                broken.ring(), "|accept |`accept` |`bell.accept`", "|door |_opens_ |opens itself");
        broken.edit(
                broken.root().resolve("lectures/01-ring/RingServer.java"),
                "accept[]\n    Socket",
                "door[]\n    Socket");
        broken.edit(
                broken.root().resolve("lectures/01-ring/RingServer.java"),
                "end::accept",
                "end::door");
        Path made = temp.resolve("made");
        assertEquals(List.of(), new Site(broken.course(), press).render(made).problems());
        Element row =
                Jsoup.parse(made.resolve("lectures/01-ring/index.html")).selectFirst("#call-door");
        assertEquals("opens", row.selectFirst("td em").text());
        assertEquals("opens itself", row.select("td").get(1).text());
        assertEquals(
                "Socket guest = bell.accept();",
                row.selectFirst("td:last-child code").text().strip());
    }

    @Test
    void messagesAreDrawnAndSpelledOut() throws IOException {
        Element svg = ring().selectFirst("figure.wire svg");
        assertEquals("img", svg.attr("role"));
        assertEquals("A client rings and hears an answer", svg.selectFirst("title").text());
        assertTrue(
                svg.selectFirst("desc")
                        .text()
                        .startsWith(
                                "Server: socket, bind, listen. Client to Server: SYN. Server to"
                                        + " Client: SYN, ACK."
                                        + " Client to Server: \"<hello> & more\", a message"));
        assertEquals(2, svg.select("g.reply").size());
        assertEquals(2, svg.select("g.note").size());
        assertTrue(
                svg.select("g.message text").eachText().stream().allMatch(t -> t.length() <= 36));
        assertEquals(
                List.of("Anna", "Postman", "Bert"),
                ring().select("figure.wire").get(1).select(".peer text").eachText());
    }

    @Test
    void terminalsOfASceneStandTogether() throws IOException {
        Elements scenes = ring().select(".scene");
        assertEquals(2, scenes.size());
        assertEquals(
                List.of("server", "client"), scenes.getFirst().select("figcaption").eachText());
        assertEquals(
                List.of("printf 'ring & ring' | nc 127.0.0.1 1234", "echo <done>"),
                scenes.getFirst().select("figure").get(1).select(".command").eachText());
        assertEquals("</127.0.0.1>", scenes.getFirst().selectFirst("code").ownText().strip());
    }

    @Test
    void aClaimSaysItsVerdictInWordsAndWhoTriedIt() throws IOException {
        Element card = ring().getElementById("claim-1");
        assertEquals("Partly true", card.selectFirst(".verdict").text());
        assertEquals("Claim 1: a bell rings twice", card.selectFirst(".title").text());
        assertEquals(
                List.of("TryTheBell.java", "RingServer.java"), card.select(".by a").eachText());
        assertEquals(2, card.select("li").size());
        assertEquals(
                List.of("Partly true", "True", "False", "Depends on the system", "Not testable"),
                ring().select(".verdict").eachText());
    }

    @Test
    void aListingSaysWhereItIsFromAndHasItsNotesBesideIt() throws IOException {
        Element listing = ring().selectFirst(".listingblock:has(.title:contains(The name))");
        Element where = listing.selectFirst(".where a");
        assertEquals("RingServer.java, line 14", where.text());
        assertEquals("../../lectures/01-ring/RingServer.java.html#L14", where.attr("href"));
        assertTrue(listing.parent().hasClass("annotated"));
        assertTrue(listing.nextElementSibling().hasClass("colist"));
        assertEquals(
                List.of("C", "Python", "Java"),
                ring().selectFirst(".tabs").select(".panel").eachAttr("data-label"));
        assertEquals(
                "Greeting.java, as you get it",
                page("exercises/01-ring/index.html").selectFirst(".listingblock .where").text());
    }

    @Test
    void aSourcePageNumbersTheLinesAsTheFileDoes() throws IOException {
        Document source = page("lectures/01-ring/RingServer.java.html");
        assertEquals("Socket guest = bell.accept();", source.getElementById("L19").text());
        assertEquals(null, source.getElementById("L18"), "tags are not shown");
        assertFalse(source.selectFirst(".source").text().contains("<.>"));
        assertEquals(
                "Waits for one client & says \"who\" it was", source.selectFirst(".lead").text());
        assertEquals(
                List.of("./jbang ring-server", "java lectures/01-ring/RingServer.java"),
                source.select(".command").eachText());
        assertEquals("In C Python Java", source.selectFirst(".twins").text());
        assertEquals(
                "../../lectures/01-ring/index.html", source.selectFirst(".crumb a").attr("href"));
        Document c = page("lectures/01-ring/ring_server.c.html");
        assertEquals("/* A comment that goes", c.selectFirst("#L24 > span").text());
        assertEquals("over two lines. */", c.selectFirst("#L25 > span").text());
        assertEquals(
                "// TODO",
                page("exercises/01-ring/Greeting.java.html").getElementById("L2").text());
    }

    @Test
    void whatHasANameStandsInTheIndex() throws IOException {
        String index = Files.readString(site.resolve("assets/search-index.js"));
        for (String entry :
                List.of(
                        "[\"lectures/01-ring/index.html\",\"Ring the bell\",\"lecture\",\"01\"]",
                        "\"RingServer.java · Waits for one client & says \\\"who\\\" it was\"",
                        "\"_what_the_slides_claim\",\"What the slides claim\"]",
                        "\"call-bind\",\"bind(), side by side\"]",
                        "\"claim-1\",\"Claim 1: a bell rings twice\"]")) {
            assertTrue(index.contains(entry), entry + " not in " + index);
        }
        assertFalse(index.contains("secret"), "solutions are not to be found");
        String real = Files.readString(Made.REAL.resolve("assets/search-index.js"));
        for (String id : List.of("E-37", "ER-77", "claim-86", "Q3", "backlog")) {
            assertTrue(real.contains(",\"" + id + "\",\""), id);
        }
    }

    @Test
    void listingsAndTerminalsHaveLinksOfTheirOwn() throws IOException {
        assertEquals(
                "listingblock", ring().getElementById("RingServer.java-bind").className());
        assertEquals("scene", ring().getElementById("terminal").className());
        assertEquals("scene", ring().getElementById("terminal-2").className());
    }

    /** Kinds of tokens in a line of code, as {@code kind:text}. */
    private static List<String> tokens(Language language, String... code) {
        String html = String.join("\n", Tokens.html(language, List.of(code)));
        return Jsoup.parseBodyFragment(html).select("span").stream()
                .filter(span -> !span.className().equals("o"))
                .map(span -> span.className() + ":" + span.wholeText())
                .toList();
    }

    @Test
    void codeIsColouredByKindAndLineByLine() {
        assertAll(
                () ->
                        assertEquals(
                                List.of(
                                        "cp:@Test",
                                        "kt:void",
                                        "nf:rings",
                                        "k:throws",
                                        "nc:Exception",
                                        "s:\"/* \\\" */\"",
                                        "no:MAX_RINGS",
                                        "m:0x1F",
                                        "s:'\\''",
                                        "c:// it's"),
                                tokens(
                                        Language.JAVA,
                                        "@Test void rings() throws Exception { \"/* \\\" */\"",
                                        "MAX_RINGS + 0x1F '\\'' // it's")),
                () ->
                        assertEquals(
                                List.of("s:\"\"\"", "s:  a \"b\" // c", "s:  \"\"\"", "k:var"),
                                tokens(
                                        Language.JAVA,
                                        "\"\"\"",
                                        "  a \"b\" // c",
                                        "  \"\"\" var")),
                () ->
                        assertEquals(
                                List.of(
                                        "cp:#include <stdio.h>",
                                        "c:/* two",
                                        "c:lines */",
                                        "kt:ssize_t",
                                        "nf:read",
                                        "no:AF_INET",
                                        "k:struct"),
                                tokens(
                                        Language.C,
                                        "#include <stdio.h>",
                                        "/* two",
                                        "lines */ ssize_t n = read(AF_INET, struct x)")),
                () ->
                        assertEquals(
                                List.of(
                                        "c:# said",
                                        "k:with",
                                        "nf:open",
                                        "s:f\"{x}\"",
                                        "s:b'\\n'",
                                        "s:\"\"\"doc",
                                        "s:ends\"\"\"",
                                        "k:None"),
                                tokens(
                                        Language.PYTHON,
                                        "# said",
                                        "with open(f\"{x}\", b'\\n')",
                                        "\"\"\"doc",
                                        "ends\"\"\" None")),
                () ->
                        assertEquals(
                                List.of("a &lt; b", "", "c"),
                                Tokens.html(Language.C, List.of("a < b", "", "c")).stream()
                                        .map(line -> line.replaceAll("</?span[^>]*>", ""))
                                        .toList()));
    }

    @Test
    void theSidebarLeadsThroughThePageAndTheLectures() throws IOException {
        Element nav = ring().selectFirst("nav.contents");
        assertTrue(nav.select(".stops a").eachText().contains("What the slides claim"));
        assertEquals("01 Ring the bell", nav.selectFirst("[aria-current=page]").text());
        assertEquals("Next → Answer the door", ring().selectFirst(".neighbours").text());
        assertFalse(ring().html().contains("A-2"), "the ids of the slides are data");
    }

    @Test
    void whatNoPageShowsLosesItsLinkAndKeepsItsWords() throws IOException {
        Document home = page("index.html");
        assertEquals(
                List.of("lectures/units.tsv", "the solutions"),
                home.select("main .unshown").eachText());
        assertEquals(
                "lectures/02-answer/index.html",
                home.select("main a:contains(Answer)").attr("href"));
    }

    @Test
    void aSlideIsFoundOnThePageThatHasThemAll() throws IOException {
        Document slides = Jsoup.parse(Made.REAL.resolve("lectures/slides/index.html"));
        assertEquals(
                "The slides, one by one",
                slides.selectFirst("nav.contents [aria-current=page]").text());
        Element row = slides.getElementById("E-35a").closest("tr");
        assertEquals(
                List.of(
                        "../../lectures/slides/index.html",
                        "../../lectures/04-first-server-and-client/index.html",
                        "../../lectures/claims/index.html#claim-21"),
                List.of(
                        slides.selectFirst("nav.contents [aria-current=page]").attr("href"),
                        row.select("td").get(2).selectFirst("a").attr("href"),
                        row.select("td").get(3).selectFirst("a").attr("href")));
        assertEquals("false", row.selectFirst(".verdict.false").text());
        Document claims = Jsoup.parse(Made.REAL.resolve("lectures/claims/index.html"));
        Element claim = claims.getElementById("claim-2").closest("tr");
        assertTrue(claim.text().contains("depends on the system: true on Unix"), claim.text());
        assertEquals(
                "../../lectures/01-what-is-a-socket/index.html#claim-2",
                claim.selectFirst("td a[href]").attr("href"));
    }

    @Test
    void pagesAreValid() throws IOException, SAXException {
        List<Path> pages = new ArrayList<>(SmallCourse.pages(Made.SMALL));
        pages.addAll(SmallCourse.pages(Made.REAL));
        assertEquals(List.of(), Validity.complaints(pages));
    }

    @Test
    void linksLeadSomewhereAndNothingComesFromTheNetwork() throws IOException {
        assertEquals(List.of(), Wholeness.complaints(Made.SMALL));
        assertEquals(List.of(), Wholeness.complaints(Made.REAL));
    }

    /** Replaces {@code old}, and expects a problem so many lines below it. */
    private record Mistake(String old, String now, int below, String message) {}

    private static List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        ".java,tag=bind",
                        ".java,tag=blind",
                        1,
                        "RingServer.java has no region \"blind\""),
                new Mistake(
                        "=ring_server.py]",
                        "=wrong.py]",
                        1,
                        "the listing's file is not there: wrong.py"),
                new Mistake(
                        "link:RingServer.java[",
                        "link:Rong.java[",
                        0,
                        "the link leads nowhere: Rong.java"),
                new Mistake(
                        "#answers[",
                        "#anwsers[",
                        0,
                        "the page has no such place: ../02-answer/README.adoc#anwsers"),
                new Mistake(
                        "<<call-bind>>",
                        "<<call-blind>>",
                        0,
                        "the page has no such place: #call-blind"),
                new Mistake(
                        "exercises/01-ring",
                        "exercises/99-ring",
                        0,
                        "the link leads nowhere: ../../exercises/99-ring/README.adoc"),
                new Mistake(
                        "Client -> Server: SYN",
                        "Cleint -> Server: SYN",
                        0,
                        "unknown peer \"Cleint\", not one of Client, Server"),
                new Mistake(
                        "Server: accept returns",
                        "accept returns",
                        0,
                        "cannot read \"accept returns\": A -> B: text, A --> B: text, or A: note"),
                new Mistake(
                        "Server: accept returns",
                        "Server -> Server: x",
                        0,
                        "a message to oneself is a note: Server: text"),
                new Mistake(
                        "verdict=partly",
                        "verdict=perhaps",
                        2,
                        "unknown verdict \"perhaps\": true, false, partly, depends or untestable"),
                new Mistake(
                        "by=\"TryTheBell",
                        "by=\"TryTheBull",
                        2,
                        "no program to try the claim: TryTheBull"),
                new Mistake(
                        "server.c ring_server.py",
                        "server.c ring.py",
                        1,
                        "the table's file is not there: ring.py"),
                new Mistake(
                        "<.> and the queue.",
                        "no note",
                        -4,
                        "callouts in the listing: 2, notes after it: 1"),
                new Mistake(
                        "client, with `connect`",
                        "Call `f((a, b))`",
                        0,
                        "AsciiDoc takes ((…)) for an index term and drops the parentheses: write"
                                + " `+f((a, b))+`"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatIsWrongInATextIsToldByFileAndLine(Mistake mistake, @TempDir Path temp)
            throws IOException {
        SmallCourse broken = SmallCourse.in(temp);
        int line = broken.edit(broken.ring(), mistake.old(), mistake.now()) + mistake.below();
        List<Problem> problems =
                new Site(broken.course(), press).render(temp.resolve("made")).problems();
        assertTrue(
                problems.contains(new Problem(broken.ring(), line, mistake.message())),
                "line " + line + " not in " + problems);
        assertFalse(
                Files.exists(temp.resolve("made")), "what is not whole is not put in its place");
    }

    @Test
    void aSiteReplacesASiteAndNothingElse(@TempDir Path temp) throws IOException {
        SmallCourse small = SmallCourse.in(temp.resolve("course"));
        Path made = temp.resolve("made");
        Site again = new Site(small.course(), press);
        again.render(made);
        Files.writeString(made.resolve("old.html"), "");
        assertTrue(again.render(made).fine());
        assertFalse(Files.exists(made.resolve("old.html")));

        small.edit(small.ring(), "verdict=partly", "verdict=perhaps");
        assertFalse(again.render(made).fine());
        assertTrue(Files.exists(made.resolve("index.html")), "the site before is still there");
        try (Stream<Path> left = Files.list(temp)) {
            assertEquals(2, left.count(), "nothing half made is left");
        }

        Path precious = Files.createDirectory(temp.resolve("precious"));
        Files.writeString(precious.resolve("thesis.tex"), "");
        Complaint refused = assertThrows(Complaint.class, () -> again.render(precious));
        assertEquals(2, refused.status());
        assertTrue(Files.exists(precious.resolve("thesis.tex")));
    }

    @Test
    void aLongWordInADrawingIsBroken() {
        assertAll(
                () ->
                        assertEquals(
                                List.of("one two", "three"), WireDrawing.wrap("one two three", 8)),
                () ->
                        assertEquals(
                                List.of("a", "12345678", "9 b"),
                                WireDrawing.wrap("a 123456789 b", 8)),
                () -> assertEquals(List.of(""), WireDrawing.wrap("", 8)));
    }
}
