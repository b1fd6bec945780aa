package course.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Needs;
import course.run.Tool;
import course.site.Browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An hour with a lecturer and two who follow, each in a page of their own. */
@Order(2)
class ClassroomBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path PICTURES = Path.of("target", "live-tests").toAbsolutePath();
    private static final String NOW =
            "return document.querySelector('.live-now')?.textContent.trim() ?? ''";

    private static Classroom room;
    private static Browser browser;
    private static String lecturer;
    private static String anna;
    private static String bert;

    @BeforeAll
    static void open(@TempDir Path profile, @TempDir Path folder) throws IOException {
        Path driver = Needs.tool(Tool.CHROMEDRIVER);
        browser = Browser.start(Needs.tool(Tool.CHROMIUM), driver, profile);
        room = new Classroom(folder);
        anna = browser.tab(room.address(""));
        browser.window(1000, "light");
        bert = browser.tab(room.address(Classroom.RING));
        browser.window(1000, "dark");
        lecturer = browser.tab(room.address("present#" + room.server.token()));
        browser.window(1000, "light");
    }

    @AfterAll
    static void close() throws IOException {
        if (room != null) room.close();
        if (browser != null) browser.close();
    }

    private static void soon(String expected, String script) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Object seen;
        do {
            seen = browser.run(script);
            if (String.valueOf(seen).contains(expected)) return;
            Thread.yield();
        } while (System.nanoTime() < deadline);
        assertEquals(expected, seen, script);
    }

    private static String field(String id) {
        return "return document.getElementById('" + id + "').textContent";
    }

    /** Goes on until the step is this one. */
    private static void lecturerGoesTo(String title) {
        browser.look(lecturer);
        for (int i = 0; i < 99; i++) {
            String now = browser.find("#now").getText();
            if (now.equals(title) || title.startsWith("(") && now.startsWith(title)) return;
            browser.find("#next").click();
        }
        throw new AssertionError("there is no step " + title);
    }

    @Test
    void anHour() throws Exception {
        browser.look(lecturer);
        soon("Ring", "return [...document.querySelectorAll('#lecture option')]"
                + ".map(o => o.textContent).join()");
        browser.run("const l = document.getElementById('lecture');"
                + "l.value = [...l.options].find(o => o.textContent.includes('Ring')).value;"
                + "l.dispatchEvent(new Event('change'))");
        soon("Ring", "return document.getElementById('stage').contentDocument?.title");
        soon("Ring the bell", field("coming"));
        browser.find("body").sendKeys(Keys.PAGE_DOWN);
        soon("Ring the bell", field("now"));

        theyComeAlong();
        whoScrollsAwayStaysAway();
        theTabAndTheAnswerAreTheLecturers();
        whoReloadsOrWasOfflineIsThereAgain();
        aQuestionIsAnswered();
        whatRunsIsSeen();
    }

    private void theyComeAlong() throws IOException {
        browser.look(anna);
        soon(Classroom.RING, "return location.pathname");
        soon("Ring the bell", NOW);
        browser.look(bert);
        soon("Ring the bell", NOW);
        lecturerGoesTo("bind");
        browser.picture(PICTURES.resolve("lecturer-call.png"));
        browser.look(anna);
        soon("bind", "return document.querySelector('tr.live-now')?.id");
        browser.picture(PICTURES.resolve("follower-call.png"));
    }

    private void whoScrollsAwayStaysAway() {
        browser.look(bert);
        soon("call-bind", "return document.querySelector('tr.live-now')?.id");
        assertFalse(browser.find(".live-pill").isDisplayed());
        browser.find("body").sendKeys(Keys.HOME);
        soon("true", "return !document.querySelector('.live-pill').hidden && scrollY < 50");
        lecturerGoesTo("accept");
        browser.look(anna);
        soon("call-accept", "return document.querySelector('tr.live-now')?.id");
        browser.look(bert);
        assertTrue(browser.number("return scrollY") < 50, "left alone");
        browser.find(".live-pill").click();
        soon("call-accept", "return document.querySelector('tr.live-now')?.id");
        soon("true", "return scrollY > 100 && document.querySelector('.live-pill').hidden");
    }

    private void theTabAndTheAnswerAreTheLecturers() throws IOException {
        browser.look(lecturer);
        browser.find("#back").click();
        for (int i = 0; i < 99 && !browser.find("#now").getText().equals("In Python"); i++) {
            browser.find("#back").click();
        }
        browser.look(anna);
        soon("Python", "return document.querySelector('.tabs [aria-selected=true]').textContent");
        lecturerGoesTo("(1) An endpoint");
        browser.picture(PICTURES.resolve("lecturer-callout.png"));
        browser.look(bert);
        soon("An endpoint", NOW);
        assertEquals(1, browser.all(".live-line").size(), "the line is marked");
        browser.picture(PICTURES.resolve("follower-callout-dark.png"));
        lecturerGoesTo("Who rings?");
        browser.look(anna);
        soon("false", "return document.querySelector('details').open");
        lecturerGoesTo("Answer: Who rings?");
        browser.look(anna);
        soon("true", "return document.querySelector('details').open");
    }

    private void whoReloadsOrWasOfflineIsThereAgain() {
        browser.look(anna);
        browser.run("location.reload()");
        soon("true", "return document.querySelector('details')?.open");
        browser.offline(true);
        soon("Connection lost", "return document.querySelector('.live-away').textContent");
        browser.look(lecturer);
        browser.find("#back").click();
        browser.find("#back").click();
        String where = browser.find("#now").getText();
        browser.look(anna);
        browser.offline(false);
        soon("true", "return document.querySelector('.live-away').textContent === ''");
        soon(where.substring(0, 5), NOW);
    }

    private void aQuestionIsAnswered() throws IOException {
        lecturerGoesTo("Who rings?");
        browser.run("document.getElementById('choices').value = 'the client, the server'");
        browser.find("#ask").click();
        for (String one : List.of(anna, bert)) {
            browser.look(one);
            soon("Who rings?", "return document.querySelector('.live-poll').textContent");
            assertEquals("", browser.find(".live-poll .count").getText(), "not before the answer");
            browser.find(".live-poll button").click();
            soon("true", "return document.querySelector('.live-poll button').ariaPressed");
        }
        soon("2 answers", "return document.querySelector('.live-poll .told').textContent");
        browser.picture(PICTURES.resolve("follower-poll-dark.png"));
        browser.look(lecturer);
        soon("2 answers", "return document.querySelector('#result .told').textContent");
        browser.find("#unask").click();
    }

    private void whatRunsIsSeen() throws IOException {
        browser.look(lecturer);
        soon("simple", "return document.getElementById('pair').value");
        browser.find("#run").click();
        for (String one : List.of(anna, bert)) {
            browser.look(one);
            soon("back to ya client", "return document.querySelector('.live-run').textContent");
            soon("both ended", "return document.querySelector('.live-run h2').textContent");
        }
        browser.picture(PICTURES.resolve("follower-run-dark.png"));
        browser.look(lecturer);
        browser.window(1000, "dark");
        browser.picture(PICTURES.resolve("lecturer-dark.png"));
        browser.find("#big").click();
        browser.picture(PICTURES.resolve("address-dark.png"));
        browser.find("#enough").click();
        soon("2", field("followers"));
        assertEquals(List.of(), browser.violations(), "the lecturer's page");
    }
}
