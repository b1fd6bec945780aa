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
                    faults.addAll(told(page, width, scheme, browser.violations()));
                    faults.addAll(told(page, width, scheme, browser.pale()));
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

    private static List<String> faultsOfThisPage(Path page) {
        List<String> faults = new ArrayList<>();
        browser.unfold();
        browser.plainCode();
        for (int width : List.of(360, 1000, 1920)) {
            browser.window(width, "light");
            faults.addAll(sideways(page, width));
            faults.addAll(told(page, width, "light", browser.outOfReach()));
        }
        for (int width : List.of(1440, 400)) {
            for (String scheme : List.of("light", "dark")) {
                browser.window(width, scheme);
                faults.addAll(told(page, width, scheme, browser.pale()));
            }
        }
        browser.onlyShapes();
        for (int width : List.of(400, 1440)) {
            browser.window(width, "dark");
            faults.addAll(told(page, width, "dark", browser.violations("color-contrast")));
        }
        return faults;
    }

    private static List<String> sideways(Path page, int width) {
        long over = browser.tooWide();
        if (over == 0) return List.of();
        return told(page, width, "light", List.of(over + " px too wide"));
    }

    private static List<String> told(Path page, int width, String scheme, List<String> faults) {
        return faults.stream().map(f -> page + " at " + width + ", " + scheme + ": " + f).toList();
    }

    /** What a page is spoilt by, and how one hears of it. */
    private record Spoilt(String script, String told) {}

    @Test
    void whatSpoilsAPageIsSeen() {
        Path page = Made.REAL.resolve("lectures/09-concurrent-servers/index.html");
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
