package course.similarity;

/**
 * A part of a text that the other text has, too.
 *
 * @param number the same on both sides, counted from 1
 * @param from where it begins in the text, and {@code to} where it ends
 */
public record Passage(int number, int from, int to) {}
