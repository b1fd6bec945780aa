package course.check;

import course.script.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a brief says about points: {@code Twenty points are to be had. The skeleton earns 0 of
 * them.}
 *
 * @param line that counts the points, in the brief's page
 * @param skeleton what the skeleton earns, 0 if the brief is silent
 */
record Promise(int line, int points, int skeleton) {
    static final String FORM = "\"Twenty points are to be had.\"";

    private static final Pattern POINTS =
            Pattern.compile("\\b([A-Za-z-]+|\\d+) points? (?:is|are) to be had\\b");
    private static final Pattern SKELETON =
            Pattern.compile("\\bThe skeleton earns ([A-Za-z-]+|\\d+) of (?:them|it)\\b");
    private static final List<String> SMALL = List.of("zero", "one", "two", "three", "four", "five",
            "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
    private static final List<String> TENS = List.of("twenty", "thirty", "forty", "fifty", "sixty",
            "seventy", "eighty", "ninety");

    static Optional<Promise> of(Section brief) {
        return number(brief, POINTS).map(points -> new Promise(
                brief.line(l -> POINTS.matcher(l).find()), points,
                number(brief, SKELETON).orElse(0)));
    }

    private static Optional<Integer> number(Section brief, Pattern said) {
        return brief.lines().stream()
                .map(said::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .findFirst()
                .flatMap(Promise::number);
    }

    private static Optional<Integer> number(String word) {
        if (word.matches("\\d{1,4}")) return Optional.of(Integer.valueOf(word));
        return IntStream.range(0, 100).filter(n -> word.equalsIgnoreCase(word(n))).boxed()
                .findFirst();
    }

    private static String word(int n) {
        if (n < SMALL.size()) return SMALL.get(n);
        String tens = TENS.get(n / 10 - 2);
        return n % 10 == 0 ? tens : tens + "-" + SMALL.get(n % 10);
    }
}
