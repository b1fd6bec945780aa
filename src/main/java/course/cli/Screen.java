package course.cli;

import course.check.Ink;

import picocli.CommandLine.Model.CommandSpec;

/** What the output goes to. */
record Screen(boolean terminal, int columns) {
    private static final int PRINTED = 80;

    static Screen of(CommandSpec spec) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        // picocli asks the terminal for the width of its help texts; the same number serves here
        int columns = terminal ? spec.usageMessage().autoWidth(true).width() : PRINTED;
        return new Screen(terminal, columns);
    }

    boolean colours() {
        return Ink.forTerminal() == Ink.COLOUR;
    }
}
