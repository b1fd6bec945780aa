package course.live;

import com.sun.net.httpserver.Headers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a bundle a request brings: {@code Content-Range: bytes 0-99/100}, or none of them
 * with {@code bytes *}{@code /100}.
 *
 * @param from the first one; 0 if there are none
 * @param length how many
 * @param total of the whole bundle
 */
record Span(int from, int length, int total) {
    private static final Pattern BYTES =
            Pattern.compile("bytes (?:(\\d{1,18})-(\\d{1,18})|\\*)/(\\d{1,18})");

    /** @param most bytes that a bundle may have */
    static Span of(Headers headers, int most) throws Declined {
        String said = headers.getFirst("Content-Range");
        if (said == null) throw new Declined(400, "no Content-Range");
        Matcher m = BYTES.matcher(said);
        if (!m.matches()) throw new Declined(400, "a Content-Range that is none");
        long total = Long.parseLong(m.group(3));
        if (total == 0) throw new Declined(422, "the bundle is empty");
        if (total > most) {
            throw new Declined(413, "the bundle has %d bytes, at most %d are taken"
                    .formatted(total, most));
        }
        long from = m.group(1) == null ? 0 : Long.parseLong(m.group(1));
        long length = m.group(1) == null ? 0 : Long.parseLong(m.group(2)) + 1 - from;
        boolean within = length >= 0 && from + length <= total;
        boolean some = m.group(1) == null || length > 0;
        if (!within || !some) throw new Declined(400, "a Content-Range beyond itself");
        String body = headers.getFirst("Content-Length");
        if (body == null) throw new Declined(411, "no Content-Length");
        if (!body.strip().equals(String.valueOf(length))) {
            throw new Declined(400, "a Content-Length other than the Content-Range");
        }
        return new Span((int) from, (int) length, (int) total);
    }
}
