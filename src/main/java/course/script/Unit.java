package course.script;

/**
 * One thing that a slide says.
 *
 * @param id {@code E-37a}, or {@code E-36} where it is all that the slide says
 * @param number of the slide, as it is printed there: {@code 37} or {@code 2-1}
 * @param content in our words
 */
public record Unit(String id, String deck, String number, String title, String content) {
    static Unit of(String id, Table.Row row) {
        return new Unit(
                id,
                row.get("deck"),
                row.get("slide_no"),
                row.get("title"),
                row.get("content"));
    }

    /** {@code E-37}, of the first unit and of the last. */
    public String slideId() {
        return slideOf(id);
    }

    static String slideOf(String id) {
        return id.replaceFirst("[a-z]$", "");
    }
}
