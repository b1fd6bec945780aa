package course.submit;

/** Something that was found among the submissions and is none. */
public record Refusal(String origin, String reason) {}
