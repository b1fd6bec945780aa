package course.site;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One Chromium without a window, as a reader would use it. */
public final class Browser implements AutoCloseable {
    private static final Pattern REQUEST =
            Pattern.compile(
                    "\"method\":\"Network.requestWillBeSent\".*?"
                            + "\"request\":\\{.*?\"url\":\"([^\"]*)\"");
    private static final Pattern NETWORK = Pattern.compile("(https?|wss?|ftp):");

    private static final String AXE =
            """
            const [without, done] = arguments;
            const runOnly =
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]));
            const quick = { resultTypes: ['violations'], preload: false, iframes: false };
            axe.run(document, { runOnly, rules, ...quick }).then(result => done(
                result.violations.flatMap(v => v.nodes.map(
                    n => v.id + ' at ' + n.target + ': ' + n.failureSummary))));\
            """;

    /**
     * The contrast of every text that is seen, with what is really behind it; by the formula of
     * WCAG, but each pair of colours only once.
     */
    private static final String PALE =
            """
            const channels = colour => {
                const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
                return [r, g, b, a];
            };
            const over = ([r, g, b, a], [R, G, B]) =>
                [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
            const light = ([r, g, b]) => {
                const [x, y, z] = [r, g, b].map(c => c / 255)
                    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * x + 0.7152 * y + 0.0722 * z + 0.05;
            };
            const grounds = new Map([[document, { ground: [255, 255, 255, 1], opacity: 1 }]]);
            const under = element => {
                if (!grounds.has(element)) {
                    const { ground, opacity } = under(element.parentNode);
                    const style = getComputedStyle(element);
                    grounds.set(element, {
                        ground: over(channels(style.backgroundColor), ground),
                        opacity: opacity * style.opacity,
                    });
                }
                return grounds.get(element);
            };
            const found = new Map();
            const seen = new Set();
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                const element = texts.currentNode.parentElement;
                if (seen.has(element) || !texts.currentNode.data.trim()) continue;
                seen.add(element);
                if (!element.checkVisibility({ visibilityProperty: true })) continue;
                const { ground, opacity } = under(element);
                if (opacity === 0) continue;
                const style = getComputedStyle(element);
                const drawn = element instanceof SVGElement;
                const ink = drawn ? style.fill : style.color;
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
                const key = [ink, ground.map(Math.round).join(), opacity, large].join(' ');
                if (found.has(key)) continue;
                const [r, g, b, a] = channels(ink);
                const [x, y] = [light(over([r, g, b, a * opacity], ground)), light(ground)];
                const ratio = (Math.max(x, y) / Math.min(x, y)).toFixed(2);
                found.set(key, ratio < (large ? 3 : 4.5)
                    && `contrast ${ratio} of "${texts.currentNode.data.trim().slice(0, 40)}"`
                        + ` in ${element.tagName} ${element.className}: ${key}`);
            }
            return [...found.values()].filter(text => text);\
            """;

    /** Shows what is folded away; a page is not itself after that. */
    private static final String UNFOLD =
            """
            for (const answer of document.querySelectorAll('details')) answer.open = true;
            for (const panel of document.querySelectorAll('.panel')) panel.hidden = false;
            dispatchEvent(new Event('resize'));\
            """;

    /** Tokens of code differ in colour only, which has a test of its own. */
    private static final String PLAIN_CODE =
            """
            for (const code of document.querySelectorAll('pre code')) {
                const lines = code.querySelectorAll('.line');
                for (const part of lines.length ? lines : [code]) {
                    part.textContent = part.textContent;
                }
            }\
            """;

    /**
     * Of siblings that are alike but for their words, the first will do: three hundred rows of a
     * table are one row to axe, and a picture without words is like none that has them.
     */
    private static final String SHAPES =
            """
            const told = ['class', 'role', 'tabindex', 'type', 'scope', 'rowspan', 'colspan'];
            const shape = node => {
                if (node.nodeType === Node.TEXT_NODE) return node.data.trim() && '.';
                if (node.nodeType !== Node.ELEMENT_NODE) return '';
                const attributes = [...node.attributes].map(({ name, value }) =>
                    name + '=' + (told.includes(name) ? value : Boolean(value.trim())));
                const known = new Set();
                const inside = [...node.childNodes].map(child => {
                    const like = shape(child);
                    if (like.startsWith('<') && node.tagName !== 'DL') {
                        if (known.has(like)) child.remove();
                        known.add(like);
                    }
                    return like;
                });
                return `<${node.tagName} ${attributes.sort()}>${[...new Set(inside)].join('')}`;
            };
            shape(document.body);\
            """;

    private static final String OUT_OF_REACH =
            """
            return [...document.querySelectorAll('pre, table, .scroll, .imageblock > .content')]
                .filter(box => box.scrollWidth > box.clientWidth + 1
                    && getComputedStyle(box).overflowX === 'auto' && box.tabIndex !== 0)
                .map(box => 'no key scrolls ' + box.tagName + ' "'
                    + box.textContent.trim().slice(0, 40) + '"');\
            """;

    /** WCAG's formula, on colours that the style sheet names. */
    private static final String FAINTER =
            """
            const [least, pairs] = arguments;
            const probe = document.body.appendChild(document.createElement('span'));
            const light = name => {
                probe.style.color = `var(${name})`;
                const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g)
                    .map(c => c / 255)
                    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
            };
            return pairs.map(([text, ground]) => {
                const [a, b] = [light(text), light(ground)];
                return [text, 'on', ground, Math.max(a, b) / Math.min(a, b)];
            }).filter(([, , , ratio]) => ratio < least).map(faint => faint.join(' '));\
            """;

    private final ChromeDriver driver;
    private final String axe = axe();

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    public static Browser start(Path chromium, Path chromedriver, Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("performance", Level.ALL);
        ChromeOptions options =
                new ChromeOptions()
                        .setBinary(chromium.toFile())
                        .addArguments(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run")
                        .addArguments(
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")
                        .addArguments("--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption(
                "perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.toFile())
                        .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        return new Browser(driver);
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void open(Path page) {
        open(page, "");
    }

    public void open(Path page, String query) {
        driver.get(page.toUri() + query);
    }

    public void open(String address) {
        driver.get(address);
    }

    /** One more page, which is the one that is looked at; what one comes back to it by. */
    public String tab(String address) {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.get(address);
        return driver.getWindowHandle();
    }

    /** Ends the page looked at; another must be looked at then. */
    public void shut() {
        driver.close();
    }

    public void look(String tab) {
        driver.switchTo().window(tab);
    }

    /** As if the page looked at had no network, or had it again. */
    public void offline(boolean offline) {
        Map<String, Object> none =
                Map.of(
                        "offline", offline,
                        "latency", 0,
                        "downloadThroughput", -1,
                        "uploadThroughput", -1);
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.emulateNetworkConditions", none);
    }

    /** What the page looks like, for whoever wants to see it. */
    public void picture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** As wide as this, in a system that is light or dark. */
    public void window(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "",
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        waitFor("innerWidth === " + width);
        // the browser's own comes with the next frame, and who looks at once would be too early
        driver.executeScript("dispatchEvent(new Event('resize'))");
    }

    public void print() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Against the rules of WCAG 2.0 to 2.2, A and AA, and axe's own, but for some. */
    public List<String> violations(String... without) {
        if (!(boolean) driver.executeScript("return 'axe' in window")) driver.executeScript(axe);
        return strings(driver.executeAsyncScript(AXE, List.of(without)));
    }

    /** Which texts stand out too little from what is behind them. */
    List<String> pale() {
        return strings(driver.executeScript(PALE));
    }

    void unfold() {
        driver.executeScript(UNFOLD);
    }

    void plainCode() {
        driver.executeScript(PLAIN_CODE);
    }

    void onlyShapes() {
        driver.executeScript(SHAPES);
    }

    /** Boxes that scroll sideways, but not by keys. */
    List<String> outOfReach() {
        return strings(driver.executeScript(OUT_OF_REACH));
    }

    /** Which of these pairs of colours, text and ground, have less than the least contrast. */
    List<String> fainter(double least, List<List<String>> pairs) {
        return strings(driver.executeScript(FAINTER, least, pairs));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    /** Until this holds; a test that waits in vain says for what. */
    public void waitFor(String condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!(boolean) driver.executeScript("return " + condition)) {
            if (System.nanoTime() > end) throw new AssertionError("in vain: " + condition);
        }
    }

    public Object run(String script) {
        return driver.executeScript(script);
    }

    public long number(String script) {
        return ((Number) driver.executeScript(script)).longValue();
    }

    /** By how many pixels the page as a whole scrolls sideways. */
    public long tooWide() {
        return Math.max(0, number("return document.documentElement.scrollWidth - innerWidth"));
    }

    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    public void type(Keys key) {
        focused().sendKeys(key);
    }

    String clipboard() {
        return (String)
                driver.executeAsyncScript(
                        """
                        const done = arguments[arguments.length - 1];
                        navigator.clipboard.readText().then(done, done);\
                        """);
    }

    public List<String> requestsToTheNetwork() {
        List<String> outside = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get("performance")) {
            Matcher m = REQUEST.matcher(entry.getMessage());
            if (m.find() && NETWORK.matcher(m.group(1)).lookingAt()) outside.add(m.group(1));
        }
        return outside;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
