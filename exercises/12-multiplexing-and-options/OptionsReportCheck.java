import course.check.Check;
import course.check.Names;
import course.check.Program;

/** What the brief of OptionsReport promises, promise by promise. */
class OptionsReportCheck {
    @Check(points = 2,
            title = "reports what an option is at first",
            hint = "getOption, and the word for what it says.",
            lecture = "12-multiplexing-and-options")
    void reads(Program program) {
        program.reads("client TCP_NODELAY\nclient SO_KEEPALIVE\n")
                .prints("client TCP_NODELAY off",
                        "client SO_KEEPALIVE off")
                .exits(0);
    }

    @Check(points = 3,
            title = "sets an option, and reports what it is then",
            hint = "Set it, read it, print what you have read.",
            lecture = "12-multiplexing-and-options",
            after = "reads")
    void sets(Program program) {
        program.reads("client TCP_NODELAY on\nclient TCP_NODELAY\n"
                        + "client SO_KEEPALIVE on\n"
                        + "client SO_KEEPALIVE off\n"
                        + "client TCP_NODELAY\nclient SO_KEEPALIVE\n")
                .prints("client TCP_NODELAY on",
                        "client TCP_NODELAY on",
                        "client SO_KEEPALIVE on",
                        "client SO_KEEPALIVE off",
                        "client TCP_NODELAY on",
                        "client SO_KEEPALIVE off")
                .exits(0);
    }

    @Check(points = 2,
            title = "knows that SO_LINGER is off, or so many seconds",
            hint = "Two values in one: C has a struct linger, Java a"
                    + " negative number.",
            lecture = "08-closing",
            after = "reads")
    void linger(Program program, Names names) {
        int seconds = 1 + names.number(50);
        program.reads("client SO_LINGER\n"
                        + "client SO_LINGER " + seconds + "\n"
                        + "client SO_LINGER 0\nclient SO_LINGER\n"
                        + "client SO_LINGER off\n")
                .prints("client SO_LINGER off",
                        "client SO_LINGER " + seconds,
                        "client SO_LINGER 0", "client SO_LINGER 0",
                        "client SO_LINGER off")
                .exits(0);
    }

    @Check(points = 2,
            title = "says whether a buffer is as large as wanted",
            hint = "The system may give more, or less. Read it back,"
                    + " and compare.",
            lecture = "12-multiplexing-and-options",
            after = "reads")
    void sizes(Program program, Names names) {
        int size = 10_000 + names.number(10_000);
        program.reads("client SO_RCVBUF " + size + "\n"
                        + "client SO_RCVBUF 2000000000\n"
                        + "client SO_RCVBUF 1\n")
                .prints("client SO_RCVBUF enough",
                        "client SO_RCVBUF less",
                        "client SO_RCVBUF enough")
                .exits(0);
    }

    @Check(points = 2,
            title = "connects, and keeps the two ends apart",
            hint = "The listener's accept makes the child, a socket"
                    + " with options of its own.",
            lecture = "06-connect-and-accept",
            after = "sets")
    void ends(Program program) {
        program.reads("client TCP_NODELAY on\nconnect\n"
                        + "client TCP_NODELAY\nchild TCP_NODELAY\n"
                        + "child SO_KEEPALIVE on\n"
                        + "client SO_KEEPALIVE\n")
                .prints("client TCP_NODELAY on", "connected",
                        "client TCP_NODELAY on",
                        "child TCP_NODELAY off",
                        "child SO_KEEPALIVE on",
                        "client SO_KEEPALIVE off")
                .exits(0);
    }

    @Check(points = 2,
            title = "shows what the child inherits, on and off",
            hint = "The child has what the listener had when it was"
                    + " called.",
            lecture = "12-multiplexing-and-options",
            after = "ends")
    void inherits(Program program) {
        program.reads("listener SO_REUSEADDR on\nconnect\n"
                        + "listener SO_REUSEADDR off\n"
                        + "child SO_REUSEADDR\n"
                        + "listener SO_REUSEADDR\n")
                .prints("listener SO_REUSEADDR on", "connected",
                        "listener SO_REUSEADDR off",
                        "child SO_REUSEADDR on",
                        "listener SO_REUSEADDR off");
        program.reads("listener SO_REUSEADDR off\nconnect\n"
                        + "child SO_REUSEADDR\n")
                .prints("listener SO_REUSEADDR off", "connected",
                        "child SO_REUSEADDR off");
    }

    @Check(points = 2,
            title = "says so when there is no socket (any more)",
            hint = "The child is not there before it is accepted. What"
                    + " is closed, has no options.",
            lecture = "08-closing",
            after = "ends")
    void noSocket(Program program) {
        program.reads("child TCP_NODELAY\nconnect\n"
                        + "child TCP_NODELAY\nclose child\n"
                        + "child TCP_NODELAY on\nclient TCP_NODELAY\n"
                        + "close client\nclient SO_LINGER\n")
                .prints("child TCP_NODELAY no socket", "connected",
                        "child TCP_NODELAY off", "closed",
                        "child TCP_NODELAY no socket",
                        "client TCP_NODELAY off", "closed",
                        "client SO_LINGER no socket")
                .exits(0);
    }

    @Check(points = 2,
            title = "calls an unknown option unknown, and goes on",
            hint = "A table of those you know. What a socket does not"
                    + " have is unknown there.",
            lecture = "12-multiplexing-and-options",
            after = "reads")
    void unknown(Program program, Names names) {
        String name = "SO_" + names.plain().toUpperCase();
        program.reads("client " + name + " on\n"
                        + "listener TCP_NODELAY on\n"
                        + "client TCP_NODELAY\n")
                .prints("client " + name + " unknown",
                        "listener TCP_NODELAY unknown",
                        "client TCP_NODELAY off")
                .exits(0);
    }

    @Check(points = 2,
            title = "refuses a bad value, and leaves the old one",
            hint = "on, off, digits: look before you set.",
            lecture = "12-multiplexing-and-options",
            after = "sets")
    void badValue(Program program, Names names) {
        String value = names.plain();
        program.reads("client TCP_NODELAY on\n"
                        + "client TCP_NODELAY " + value + "\n"
                        + "client TCP_NODELAY\n"
                        + "client SO_RCVBUF " + value + "\n"
                        + "client SO_LINGER -1\n"
                        + "client SO_LINGER\n")
                .prints("client TCP_NODELAY on",
                        "client TCP_NODELAY bad value",
                        "client TCP_NODELAY on",
                        "client SO_RCVBUF bad value",
                        "client SO_LINGER bad value",
                        "client SO_LINGER off")
                .exits(0);
    }

    @Check(points = 1,
            title = "ends with the input, with an end of line or not",
            hint = "EOF is not an error; the last line may lack its"
                    + " line feed.",
            lecture = "08-closing",
            after = "reads")
    void end(Program program) {
        program.reads("").prints().exits(0);
        program.reads("client TCP_NODELAY")
                .prints("client TCP_NODELAY off").exits(0);
    }
}
