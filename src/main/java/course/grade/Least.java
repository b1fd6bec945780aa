package course.grade;

/** What must contain the programs of a class at least, before they are graded. */
public enum Least {
    /** Namespaces: they reach nothing but themselves. */
    NAMESPACES,
    /** Landlock will do, with the gaps that it names. */
    LANDLOCK,
    /** Nothing: they may do what we may do. */
    NOTHING
}
