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
            const [pale, done] = arguments;
            const runOnly =
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            const quick = { resultTypes: ['violations'], preload: false, iframes: false };
            const contrast = pale && [{ id: 'color-contrast', selector: `*:not(${pale})` }];
            axe.configure({ rules: contrast || [] });
            axe.run(document, { runOnly, ...quick }).then(result => done(
                result.violations.flatMap(v => v.nodes.map(
                    n => v.id + ' at ' + n.target + ': ' + n.failureSummary))));\
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
    }

    public void print() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /**
     * Against the rules of WCAG 2.0 to 2.2, A and AA, and axe's own.
     *
     * @param pale which elements' contrast is not measured; none if empty
     */
    public List<String> violations(String pale) {
        if (!(boolean) driver.executeScript("return 'axe' in window")) driver.executeScript(axe);
        return strings(driver.executeAsyncScript(AXE, pale));
    }

    /** Which of these pairs of colours, text and ground, have less than the least contrast. */
    List<String> fainter(double least, List<List<String>> pairs) {
        return strings(driver.executeScript(FAINTER, least, pairs));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
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
