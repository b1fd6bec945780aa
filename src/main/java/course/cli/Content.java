package course.cli;

import course.grade.Least;

import picocli.CommandLine.Option;

/** With what containment one is content, where the best is not to be had. */
final class Content {
    @Option(
            names = "--landlock",
            description = "Grades where only Landlock contains the programs, too: they cannot read"
                    + " your files, but can open them to others and call what listens here.")
    private boolean landlock;

    @Option(
            names = "--unsafe",
            description = "Grades even where programs cannot be contained: they may do what you"
                    + " may do.")
    private boolean unsafe;

    Least least() {
        if (unsafe) return Least.NOTHING;
        return landlock ? Least.LANDLOCK : Least.NAMESPACES;
    }
}
