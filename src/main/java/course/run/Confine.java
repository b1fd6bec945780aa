package course.run;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A program that locks itself up and then becomes another one: {@link Landlock} has it start each
 * stranger's program. It is on the way of every one of these, so it loads as little as it can: no
 * lambda, no stream, no collection, no joined text, and of C a single function.
 */
final class Confine {
    /** What comes before a rule or a variable, and then the program. */
    static final char READS = 'r';

    static final char WRITES = 'w';
    static final char VARIABLE = 'e';
    static final String PROGRAM = "--";

    /** The exit status if it came to nothing; the program has not run. */
    static final int FAILED = 97;

    // the same numbers on every architecture, as all that are younger than 2019
    private static final long CLOSE_RANGE = 436;
    private static final long CREATE_RULESET = 444;
    private static final long ADD_RULE = 445;
    private static final long RESTRICT_SELF = 446;

    // these are older
    private static final boolean AMD64 = System.getProperty("os.arch").equals("amd64");
    private static final long OPENAT = AMD64 ? 257 : 56;
    private static final long GETPID = AMD64 ? 39 : 172;
    private static final long SETSID = AMD64 ? 112 : 157;
    private static final long PRCTL = AMD64 ? 157 : 167;
    private static final long EXECVE = AMD64 ? 59 : 221;

    private static final long VERSION = 1;
    private static final long PATH_BENEATH = 1;
    private static final long AT_FDCWD = -100;
    private static final long O_PATH_CLOEXEC = 0x280000;
    private static final long PR_SET_PDEATHSIG = 1;
    private static final long SIGKILL = 9;
    private static final long PR_CAPBSET_DROP = 24;
    private static final long PR_SET_NO_NEW_PRIVS = 38;
    private static final long FIRST_FILE = 3;
    private static final long ALL_FILES = 0xffff_ffffL;
    private static final long CLOSE_ON_EXEC = 4;

    private static final long EXECUTE = 1;
    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_DIR = 1 << 3;
    private static final long MAKE_CHAR = 1 << 6;
    private static final long MAKE_BLOCK = 1 << 11;
    private static final long REFER = 1 << 13;
    private static final long TRUNCATE = 1 << 14;
    private static final long IOCTL_DEV = 1 << 15;
    private static final long FIRST_VERSION = REFER - 1;

    private static final long READING = EXECUTE | READ_FILE | READ_DIR;

    /** What makes sense for a file that is no folder. */
    private static final long OF_A_FILE =
            EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV;

    private static final long ABSTRACT_SOCKETS_AND_SIGNALS = 0b11;

    /** All arguments are long: what of C takes less, takes it from there. */
    @SuppressWarnings("restricted")
    private static final MethodHandle SYSCALL =
            Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG));

    /** What C reads; a segment of its own would take as long to make ready as all the rest. */
    private static final ByteBuffer MEMORY =
            ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.nativeOrder());

    private static final long START = MemorySegment.ofBuffer(MEMORY).address();

    private Confine() {}

    /**
     * Without a program it says which version of Landlock it has locked itself up with.
     *
     * @param args rules and variables, then the program and its arguments
     */
    public static void main(String[] args) throws Throwable {
        new Mark(call(GETPID, 0, 0, 0, 0, 0)).putOn();
        int program = 0;
        while (program < args.length && !args[program].equals(PROGRAM)) program++;
        long version = call(CREATE_RULESET, 0, 0, VERSION, 0, 0);
        if (version < 1) fail("this kernel has no Landlock, or does not permit it");
        long ruleset = ruleset(version);
        for (int i = 0; i < program; i++) add(ruleset, args[i], handled(version));
        // where this is root, it is to be without root's rights
        for (long right = 0; call(PRCTL, PR_CAPBSET_DROP, right, 0, 0, 0) == 0; ) right++;
        if (call(PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs failed");
        if (call(RESTRICT_SELF, ruleset, 0, 0, 0, 0) != 0) fail("landlock_restrict_self failed");
        if (program == args.length) {
            System.out.println(version);
            return;
        }
        call(SETSID, 0, 0, 0, 0, 0);
        // whoever started it may be ended before it ends this
        call(PRCTL, PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        // a folder that is open could be gone on from; the virtual machine still needs its files
        if (call(CLOSE_RANGE, FIRST_FILE, ALL_FILES, CLOSE_ON_EXEC, 0, 0) != 0) {
            fail("close_range failed");
        }
        long arguments = strings(args, program + 1, args.length, '\0');
        call(EXECVE, text(args[program + 1]), arguments, strings(args, 0, program, VARIABLE), 0, 0);
        fail("cannot start ".concat(args[program + 1]));
    }

    private static long call(long number, long a, long b, long c, long d, long e)
            throws Throwable {
        return (long) SYSCALL.invokeExact(number, a, b, c, d, e);
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(FAILED);
    }

    /** All that this version knows how to forbid. */
    private static long handled(long version) {
        long files = FIRST_VERSION;
        if (version >= 2) files |= REFER;
        if (version >= 3) files |= TRUNCATE;
        if (version >= 5) files |= IOCTL_DEV;
        return files;
    }

    private static long ruleset(long version) throws Throwable {
        long scoped = version >= Landlock.SIGNALS ? ABSTRACT_SOCKETS_AND_SIGNALS : 0;
        // of the network it could forbid ports of TCP, which is not what a server is to be denied
        long fd = call(CREATE_RULESET, longs(handled(version), 0, scoped), 24, 0, 0, 0);
        if (fd < 0) fail("landlock_create_ruleset failed");
        return fd;
    }

    /** What cannot be opened needs no rule: nothing is permitted unless one says so. */
    private static void add(long ruleset, String rule, long handled) throws Throwable {
        char kind = rule.charAt(0);
        if (kind == VARIABLE) return;
        long file = call(OPENAT, AT_FDCWD, text(rule.substring(1)), O_PATH_CLOEXEC, 0, 0);
        if (file < 0) return;
        long all = handled & ~(MAKE_CHAR | MAKE_BLOCK);
        long allowed = kind == WRITES ? all : READING;
        if (call(ADD_RULE, ruleset, PATH_BENEATH, longs(allowed, file, 0), 0, 0) == 0) return;
        long ofAFile = longs(allowed & OF_A_FILE, file, 0);
        if (call(ADD_RULE, ruleset, PATH_BENEATH, ofAFile, 0, 0) != 0) {
            fail("landlock_add_rule failed");
        }
    }

    private static long longs(long a, long b, long c) {
        long address = address();
        MEMORY.putLong(a).putLong(b).putLong(c);
        return address;
    }

    private static long text(String text) {
        long address = address();
        MEMORY.put(text.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
        return address;
    }

    /** Their addresses one after the other, and 0; of those with a kind, what follows it. */
    private static long strings(String[] from, int start, int end, char kind) {
        long[] all = new long[end - start + 1];
        int count = 0;
        for (int i = start; i < end; i++) {
            if (kind == '\0') all[count++] = text(from[i]);
            else if (from[i].charAt(0) == kind) all[count++] = text(from[i].substring(1));
        }
        long address = address();
        for (long one : all) MEMORY.putLong(one);
        return address;
    }

    /** Where the next will lie. */
    private static long address() {
        MEMORY.position((MEMORY.position() + 7) & ~7);
        return START + MEMORY.position();
    }
}
