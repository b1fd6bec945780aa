package course.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** An hour with a lecturer and eight who follow, each in a page of their own. */
@Order(2)
class ClassroomBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(30);
    private static final Path PICTURES = Path.of("target", "live-tests").toAbsolutePath();
    private static final String NOW =
            "return document.querySelector('.live-now')?.textContent.trim() ?? ''";

    private static Classroom room;
    private static Browser browser;
    private static String lecturer;
    private static String anna;
    private static String bert;
    private static List<String> others;

    @BeforeAll
    static void open(@TempDir Path profile, @TempDir Path folder) throws IOException {
        Path driver = Needs.tool(Tool.CHROMEDRIVER);
        browser = Browser.start(Needs.tool(Tool.CHROMIUM), driver, profile);
        room = new Classroom(folder);
        anna = browser.tab(room.address(""));
        browser.window(1000, "light");
        bert = browser.tab(room.address(Classroom.RING));
        browser.window(1000, "dark");
        others = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            others.add(browser.tab(i == 0 ? room.address("") : elsewhere()));
        }
        lecturer = browser.tab(room.address("present#" + room.server.token()));
        browser.window(1000, "light");
    }

    @AfterAll
    static void close() throws IOException {
        if (room != null) room.close();
        if (browser != null) browser.close();
    }

    /** One browser keeps six connections to a name, and each page that follows has one. */
    private static String elsewhere() {
        return "http://localhost:" + room.port() + "/";
    }

    private static void soon(String expected, String script) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Object seen;
        do {
            seen = browser.run(script);
            if (String.valueOf(seen).contains(expected)) return;
            // to ask costs the browser more than what is waited for
            LockSupport.parkNanos(PAUSE.toNanos());
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
        whoComesLateIsAtTheStep();
        theKeysAreEnough();
        aQuestionIsAnswered();
        whatRunsIsSeen();
        whoHandsInIsSeenByTheLecturer();
        whatIsSavedIsShownAnew();
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
        for (String one : others) {
            browser.look(one);
            soon("bind", "return document.querySelector('tr.live-now')?.id");
        }
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

    private void whoComesLateIsAtTheStep() {
        browser.look(lecturer);
        String where = browser.find("#now").getText();
        String late = browser.tab(elsewhere());
        others.add(late);
        soon(Classroom.RING, "return location.pathname");
        soon(where.substring(0, 5), NOW);
    }

    /** Without a hand on the mouse: on, back, a section on, the address and away with it. */
    private void theKeysAreEnough() {
        browser.look(lecturer);
        browser.run("document.activeElement.blur()");
        String before = browser.find("#now").getText();
        browser.type(Keys.ARROW_LEFT);
        String back = browser.find("#now").getText();
        assertNotEquals(before, back);
        others.forEach(one -> {
            browser.look(one);
            soon(back.substring(0, 5), NOW);
        });
        browser.look(lecturer);
        browser.type(Keys.ARROW_RIGHT);
        assertEquals(before, browser.find("#now").getText());
        browser.find("body").sendKeys("a");
        assertTrue(browser.find("#invitation").isDisplayed());
        browser.type(Keys.ESCAPE);
        assertFalse(browser.find("#invitation").isDisplayed());
        browser.type(Keys.ARROW_DOWN);
        String section = browser.find("#now").getText();
        browser.look(others.getLast());
        soon(section, NOW);
        browser.look(lecturer);
        browser.type(Keys.ARROW_UP);
        assertNotEquals(section, browser.find("#now").getText());
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
        soon("8", field("followers"));
    }

    private void whoHandsInIsSeenByTheLecturer() throws Exception {
        browser.look(lecturer);
        soon("0 students have handed in", field("how-many"));
        byte[] bundle = room.bundle("ada42", "Hello!");
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(201, client.send(InboxLoadTest.put(room.address("hand-in"), bundle),
                    BodyHandlers.discarding()).statusCode());
        }
        soon("1 student has handed in", field("how-many"));
        assertFalse(browser.find("#arrivals").isDisplayed(), "folded: it may be on the wall");
        browser.find("#how-many").click();
        assertEquals("ada42 Greeting, 17 of 20, ", browser.find("#arrivals li").getText()
                .replaceFirst("\\d\\d:\\d\\d$", ""));
        browser.run("document.getElementById('arrivals').scrollIntoView({ block: 'end' })");
        browser.picture(PICTURES.resolve("lecturer-arrivals-dark.png"));
        assertEquals(List.of(), browser.violations(), "the lecturer's page");
    }

    private void whatIsSavedIsShownAnew() throws IOException {
        for (String one : others.subList(0, others.size() - 1)) {
            browser.look(one);
            browser.shut();
        }
        Path text = room.course.root().resolve("lectures/01-ring/README.adoc");
        String before = Files.readString(text);
        Files.writeString(text, before.replaceFirst("A server waits", "A server still waits"));
        room.server.saved(text);
        browser.look(others.getLast());
        soon("A server still waits", "return document.querySelector('main').textContent");
        soon("true", "return document.querySelector('.live-now') !== null");
        browser.look(lecturer);
        soon("A server still waits", "return document.getElementById('stage').contentDocument"
                + "?.querySelector('main')?.textContent");
        Files.writeString(text, before);
    }
}
