package course.grade;

/** Somebody who wants to know how far a grading is. */
public interface Watch {
    /** @param done of {@code all}, those of an earlier run included */
    void done(int done, int all);

    /** What the instructor should know. */
    void says(String line);
}
