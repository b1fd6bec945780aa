package course.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Needs;
import course.run.Tool;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages as a browser shows them, all in one session; first, because it takes longest. */
@Order(1)
class BrowserTest {
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path profile) {
        Path driver = Needs.tool(Tool.CHROMEDRIVER);
        browser = Browser.start(Needs.tool(Tool.CHROMIUM), driver, profile);
    }

    @AfterAll
    static void close() {
        if (browser == null) return;
        List<String> requests = browser.requestsToTheNetwork();
        browser.close();
        assertEquals(List.of(), requests, "pages ask the network for nothing");
    }

    @BeforeEach
    void asFirstSeen() {
        browser.window(1440, "light");
        browser.open(Made.SMALL.resolve("lectures/01-ring/index.html"));
        browser.run("localStorage.clear(); sessionStorage.clear();");
        browser.open(Made.SMALL.resolve("lectures/01-ring/index.html"));
    }

    /** One template and one style sheet make all pages: the small course shows all they have. */
    @Test
    void everyoneCanUseTheSmallCourse() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path page : representative(Made.SMALL)) {
            browser.open(page);
            for (String scheme : List.of("light", "dark")) {
                for (int width : List.of(400, 1440)) {
                    browser.window(width, scheme);
                    faults.addAll(told(page, width, scheme, browser.pale()));
                    // each width and each scheme once: axe is slow
                    if ((width == 400) != scheme.equals("light")) continue;
                    faults.addAll(told(page, width, scheme, browser.violations()));
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    /** Opened once each, as that is half of the work. */
    @Test
    void everyoneCanUseEveryPage() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path page : representative(Made.REAL)) faults.addAll(faults(page));
        assertEquals(List.of(), faults);
    }

    private static List<String> faults(Path page) {
        browser.window(360, "light");
        browser.open(page);
        return faultsOfThisPage(page);
    }

    private record Look(int width, String scheme) {}

    /** Each width is laid out once, and each scheme put on twice. */
    private static List<String> faultsOfThisPage(Path page) {
        List<String> faults = new ArrayList<>();
        browser.unfold();
        browser.plainCode();
        List<Look> looks =
                List.of(
                        new Look(360, "light"),
                        new Look(360, "dark"),
                        new Look(1000, "dark"),
                        new Look(1440, "dark"),
                        new Look(1440, "light"));
        for (Look look : looks) {
            browser.window(look.width(), look.scheme());
            List<String> found = new ArrayList<>(browser.pale());
            long over = browser.tooWide();
            if (over > 0) found.add(over + " px too wide");
            found.addAll(browser.outOfReach());
            faults.addAll(told(page, look.width(), look.scheme(), found));
        }
        browser.onlyShapes();
        for (int width : List.of(1440, 360)) {
            browser.window(width, "light");
            faults.addAll(told(page, width, "light", browser.violations("color-contrast")));
        }
        return faults;
    }

    private static List<String> told(Path page, int width, String scheme, List<String> faults) {
        return faults.stream().map(f -> page + " at " + width + ", " + scheme + ": " + f).toList();
    }

    /** What a page is spoilt by, and how one hears of it. */
    private record Spoilt(String script, String told) {}

    @Test
    void whatSpoilsAPageIsSeen() {
        Path page = Made.REAL.resolve("lectures/07-reading-and-writing/index.html");
        String into = "document.querySelector('main').insertAdjacentHTML('beforeend', `%s`)";
        List<Spoilt> spoilt =
                List.of(
                        new Spoilt(
                                into.formatted("<p><img src='x.png'></p>"),
                                "image-alt at img"),
                        new Spoilt(
                                into.formatted("<p style='color: #999'>pale words</p>"),
                                "\"pale words\""),
                        new Spoilt(
                                into.formatted("<p><b style='opacity: .5'>faint words</b></p>"),
                                "\"faint words\""),
                        new Spoilt(
                                into.formatted(
                                        "<table><tr><td><div style='width: 70rem'>a</div></table>"),
                                "px too wide"),
                        new Spoilt(
                                into.formatted("<p><a href='#main'></a></p>"), "link-name at"),
                        new Spoilt(
                                "document.querySelector('main details').insertAdjacentHTML("
                                        + "'beforeend', '<p style=\"color: #999\">fold</p>')",
                                "\"fold\""));
        browser.open(page);
        spoilt.forEach(s -> browser.run(s.script()));
        List<String> faults = faultsOfThisPage(page);
        for (Spoilt s : spoilt) {
            assertTrue(
                    faults.stream().anyMatch(f -> f.contains(s.told())),
                    s.told() + " not in " + faults);
        }
    }

    /** What stands in code and terminals, and on what. */
    @Test
    void everyColourOfCodeStandsOutFromItsGround() throws IOException {
        String theme = Files.readString(Made.SMALL.resolve("assets/course.css"));
        List<List<String>> pairs = new ArrayList<>();
        Matcher token = Pattern.compile("--token-\\w+(?=:)").matcher(theme);
        while (token.find()) {
            for (String ground : List.of("--paper", "--card", "--raised", "--mark")) {
                pairs.add(List.of(token.group(), ground));
            }
        }
        assertEquals(7 * 4, pairs.size());
        for (String on : List.of("--terminal-ink", "--terminal-soft", "--terminal-bright")) {
            pairs.add(List.of(on, "--terminal"));
        }
        pairs.add(List.of("--soft", "--raised"));
        pairs.add(List.of("--on-accent", "--accent"));
        for (String scheme : List.of("light", "dark")) {
            browser.window(1440, scheme);
            assertEquals(List.of(), browser.fainter(4.5, pairs), scheme);
        }
    }

    /** All texts; of the sources, which one template makes, one in each language. */
    private static List<Path> representative(Path site) throws IOException {
        List<Path> chosen = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Path page : SmallCourse.pages(site)) {
            String name = page.getFileName().toString();
            String kind = name.substring(name.indexOf('.'));
            if (!name.equals("index.html") && seen.contains(kind)) continue;
            seen.add(kind);
            chosen.add(page);
        }
        return chosen;
    }

    @Test
    void aProjectorShowsNoSidebarAndDoesNotScrollEither() {
        browser.open(Made.SMALL.resolve("lectures/01-ring/index.html"), "?size=big");
        assertTrue(
                browser.number("return parseFloat(getComputedStyle(document.body).fontSize)")
                        >= 20);
        assertEquals(false, browser.find("#contents").isDisplayed());
        for (int width : List.of(1024, 1920)) {
            browser.window(width, "light");
            assertEquals(0, browser.tooWide(), "at " + width);
        }
        browser.open(Made.SMALL.resolve("index.html"));
        assertEquals("true", browser.find("#size").getAttribute("aria-pressed"), "it remembers");
        browser.find("#size").click();
        assertEquals(true, browser.find("#contents").isDisplayed());
    }

    @Test
    void tabsAreWorkedByKeysAndAgreeAndAreRemembered() {
        List<WebElement> tabs = browser.all(".tabs:first-of-type [role=tab]");
        tabs.getFirst().click();
        browser.type(Keys.ARROW_RIGHT);
        assertEquals("Python", browser.focused().getText());
        browser.type(Keys.END);
        assertEquals("Java", browser.focused().getText());
        assertEquals(List.of("Java", "Java"), selected());
        browser.type(Keys.ARROW_RIGHT);
        assertEquals(List.of("C", "C"), selected());
        browser.type(Keys.ARROW_LEFT);
        browser.type(Keys.HOME);
        assertEquals(List.of("C", "C"), selected());
        browser.type(Keys.ARROW_RIGHT);
        assertEquals(List.of("Python", "C"), selected(), "a box without Python stays as it is");
        browser.type(Keys.TAB);
        assertEquals(
                false,
                "tab".equals(browser.focused().getDomAttribute("role")),
                "one stop for all tabs");

        browser.open(Made.SMALL.resolve("lectures/01-ring/index.html"));
        assertEquals(List.of("Python", "C"), selected());
        List<WebElement> panels = browser.all(".tabs [role=tabpanel]");
        assertEquals(
                List.of(false, true, false),
                panels.subList(0, 3).stream().map(WebElement::isDisplayed).toList());
        browser.print();
        assertTrue(panels.stream().allMatch(WebElement::isDisplayed), "paper has no tabs");
        browser.window(1440, "light");
    }

    private static List<String> selected() {
        return browser.all("[role=tab][aria-selected=true]").stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void aCopyIsWhatOneWouldHaveTyped() throws IOException {
        browser.all("[role=tab]").getLast().click();
        WebElement listing = browser.all(".panel:not([hidden]) .listingblock").getFirst();
        listing.findElement(By.cssSelector(".copy")).click();
        assertEquals(
                """
                void main() throws IOException {
                    ServerSocket bell = new ServerSocket();
                    bell.bind(new InetSocketAddress("127.0.0.1", 1234), 5);
                    IO.println("<" + bell + ">");
                }
                """,
                browser.clipboard());
        browser.all(".terminal").get(1).findElement(By.cssSelector(".copy")).click();
        assertEquals(
                "printf 'ring & ring' | nc 127.0.0.1 1234\necho <done>\n", browser.clipboard());

        browser.open(Made.SMALL.resolve("lectures/01-ring/ring_server.py.html"));
        browser.find(".source .copy").click();
        String file =
                Files.readString(
                        Made.SMALL_COURSE.root().resolve("lectures/01-ring/ring_server.py"));
        assertEquals(
                file.replaceAll("(?m)^# (tag::|end::|Slides: ).*\n", "").replace("  # <.>", ""),
                browser.clipboard());
    }

    @Test
    void aThemeIsChosenAndRemembered() {
        String paper = "return getComputedStyle(document.body).backgroundColor";
        Object light = browser.run(paper);
        browser.find("#theme").click();
        assertEquals(light, browser.run(paper), "light, as the system is");
        browser.find("#theme").click();
        Object dark = browser.run(paper);
        browser.open(Made.SMALL.resolve("index.html"));
        assertEquals(dark, browser.run(paper));
        assertEquals("Theme: dark", browser.find("#theme").getText());
        browser.find("#theme").click();
        assertEquals(light, browser.run(paper));
        browser.window(1440, "dark");
        assertEquals(dark, browser.run(paper), "auto follows the system");
    }

    @Test
    void inANarrowWindowTheContentsWaitBehindAButton() {
        browser.window(400, "light");
        assertEquals(false, browser.find("#contents").isDisplayed());
        browser.find(".menu").click();
        assertEquals(true, browser.find("#contents").isDisplayed());
        browser.find(".stops a").click();
        assertEquals(false, browser.find("#contents").isDisplayed());
        assertEquals(
                "block",
                browser.run(
                        "return getComputedStyle(document.querySelector('.calls td')).display"));
    }

    /** A driver that clears a field also leaves it, so the words go to the field by name. */
    private static void asksFor(String words) {
        WebElement field = browser.find("#search");
        field.clear();
        field.sendKeys(words);
    }

    /** Waits for the index, which is loaded when first wanted. */
    private static List<String> found() {
        browser.waitFor("!document.querySelector('.search .said').textContent.startsWith('Load')");
        return browser.all(".search [role=option]").stream().map(WebElement::getText).toList();
    }

    @Test
    void everythingIsFoundByKeysAlone() {
        browser.find("body").sendKeys("/");
        WebElement field = browser.find("#search");
        assertEquals(field, browser.focused());
        assertEquals("false", field.getAttribute("aria-expanded"));
        asksFor("ring");
        assertTrue(found().getFirst().startsWith("Ring the bell"), found()::toString);
        assertEquals("true", field.getAttribute("aria-expanded"));
        asksFor("bind side");
        assertEquals("bind(), side by side\n01 Ring the bell", found().getFirst());
        asksFor("claim-1");
        assertTrue(found().getFirst().startsWith("Claim 1: a bell rings"), found()::toString);
        asksFor("xyzzy");
        assertEquals(List.of(), found());
        assertEquals("Nothing found", browser.find(".search .said").getText());
        assertEquals(null, field.getDomAttribute("aria-activedescendant"));
        asksFor("bell");
        browser.type(Keys.ARROW_DOWN);
        assertEquals(
                browser.all(".search [role=option]").get(1).getDomAttribute("id"),
                field.getDomAttribute("aria-activedescendant"));
        assertEquals(List.of(), browser.violations(), "while the box is open");
        browser.type(Keys.ESCAPE);
        assertEquals(false, browser.find(".search").isDisplayed());
        browser.find("#find").click();
        asksFor("RingServer.java");
        found();
        browser.type(Keys.ENTER);
        assertEquals(
                "RingServer.java · Sockets",
                browser.run("return document.title"),
                "it leads there");
    }

    @Test
    void everySlideAndWordOfTheRealCourseIsFound() {
        browser.open(Made.REAL.resolve("lectures/04-first-server-and-client/index.html"));
        browser.find("#find").click();
        for (String[] wanted :
                List.of(
                        new String[] {"E-37", "The slides, one by one"},
                        new String[] {"ER-77", "04 The first server"},
                        new String[] {"claim-86", "04 The first server"},
                        new String[] {"Q3", "08 "},
                        new String[] {"backlog", "Glossary"},
                        new String[] {"asyncio_server", "Program, lecture 09"})) {
            asksFor(wanted[0]);
            List<String> found = found();
            assertTrue(
                    found.stream().limit(8).anyMatch(hit -> hit.contains(wanted[1])),
                    wanted[0] + ": " + found);
        }
    }

    @Test
    void oneWalksByKeysAndMayTurnThemOff() {
        browser.find("body").sendKeys("j");
        browser.find("body").sendKeys("j");
        String first = (String) browser.run("return location.hash");
        assertTrue(first.length() > 1, "a step has a link of its own");
        browser.find("body").sendKeys("j");
        assertTrue(!first.equals(browser.run("return location.hash")));
        browser.find("body").sendKeys("k");
        assertEquals(first, browser.run("return location.hash"));
        browser.find("body").sendKeys("n");
        browser.waitFor("document.title.startsWith('Answer')");
        browser.find("body").sendKeys("/");
        browser.find("#walking").click();
        browser.type(Keys.ESCAPE);
        browser.find("body").sendKeys("p");
        browser.find("body").sendKeys("/");
        assertEquals(false, browser.find(".search").isDisplayed());
        assertEquals("Answer the door · Sockets", browser.run("return document.title"));
    }

    @Test
    void anUnfoldedAnswerScrollsByKeys() {
        browser.window(360, "light");
        browser.run(
                "document.querySelector('main').insertAdjacentHTML('beforeend',"
                        + " `<details id=new><summary>a</summary><pre>${'x'.repeat(999)}</pre>`);"
                        + " document.getElementById('new').open = true");
        browser.waitFor("document.querySelector('#new pre').tabIndex === 0");
    }

    @Test
    void onlyWhatScrollsIsAStopForTheTabKey() {
        browser.window(360, "light");
        browser.run("dispatchEvent(new Event('resize'))");
        assertEquals(
                0L,
                browser.number(
                        """
                        return [...document.querySelectorAll('pre')].filter(
                            p => (p.scrollWidth > p.clientWidth + 1) !== (p.tabIndex === 0)).length\
                        """));
        assertTrue(browser.number("return document.querySelectorAll('pre[tabindex]').length") > 0);
    }
}
