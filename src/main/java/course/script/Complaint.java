package course.script;

/**
 * What a person should read instead of a stack trace: one line, and the exit status it ends with.
 */
public final class Complaint extends RuntimeException {
    /** 1 falls short · 2 wrong usage · 3 our own or the machine's failure. */
    private final int status;

    private Complaint(int status, String line) {
        super(line);
        this.status = status;
    }

    public static Complaint fallsShort(String line) {
        return new Complaint(1, line);
    }

    public static Complaint usage(String line) {
        return new Complaint(2, line);
    }

    public static Complaint machine(String line) {
        return new Complaint(3, line);
    }

    public int status() {
        return status;
    }
}
