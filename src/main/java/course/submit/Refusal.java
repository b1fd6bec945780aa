package course.submit;

/**
 * What was not taken in.
 *
 * @param origin to be shown; nothing in it moves a terminal's cursor, but it may be HTML
 * @param reason to follow the origin: {@code is a link}
 */
public record Refusal(String origin, String reason) {
    @Override
    public String toString() {
        return origin + " " + reason;
    }
}
