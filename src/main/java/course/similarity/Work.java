package course.similarity;

import java.util.List;

/**
 * A program that somebody handed in, or a team.
 *
 * @param file its name, as it is shown
 */
public record Work(List<String> students, String file, String text) {}
