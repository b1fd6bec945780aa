package course.run;

import java.util.List;

/** A program that only needs its arguments: compiled if it had to be. */
public record Ready(List<String> command) {}
