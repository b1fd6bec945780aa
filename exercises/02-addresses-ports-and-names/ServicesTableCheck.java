import course.check.Check;
import course.check.Names;
import course.check.Program;
import java.util.Locale;

/** What the brief of ServicesTable promises, promise by promise. */
class ServicesTableCheck {
    private static final String TABLE = """
            ftp 21/tcp
            smtp 25/tcp mail
            domain 53/udp
            http 80/tcp www web
            """;

    @Check(points = 2,
            title = "finds a service by its name",
            hint = "The first word of a line is the name.",
            lecture = "02-addresses-ports-and-names")
    void byName(Program program, Names names) {
        String name = name(names);
        int port = port(names);
        program.reads(TABLE + name + " " + port + "/tcp\n",
                        "http/tcp", name + "/tcp", "domain/udp")
                .prints("http 80/tcp", name + " " + port + "/tcp",
                        "domain 53/udp");
    }

    @Check(points = 2,
            title = "finds a service by its port",
            hint = "The second word, up to the slash, is a number.",
            lecture = "02-addresses-ports-and-names")
    void byPort(Program program, Names names) {
        String name = name(names);
        int port = port(names);
        program.reads(TABLE + name + " " + port + "/udp\n",
                        "25/tcp", port + "/udp")
                .prints("smtp 25/tcp", name + " " + port + "/udp");
    }

    @Check(points = 2,
            title = "finds a service by any of its other names",
            hint = "All words behind the port are aliases; the answer"
                    + " has the first name.",
            lecture = "02-addresses-ports-and-names",
            after = "byName")
    void aliases(Program program, Names names) {
        String alias = name(names);
        program.reads(TABLE + "news 119/tcp usenet " + alias + "\n",
                        "www/tcp", "web/tcp", alias + "/tcp")
                .prints("http 80/tcp", "http 80/tcp", "news 119/tcp");
    }

    @Check(points = 1,
            title = "goes on after a service that is not there",
            hint = "no, the question; then the next question.",
            lecture = "02-addresses-ports-and-names",
            after = "byName")
    void goesOn(Program program, Names names) {
        String nobody = name(names) + "/tcp";
        program.reads(TABLE, nobody, "ftp/tcp", "26/tcp", "http")
                .prints("no " + nobody, "ftp 21/tcp", "no 26/tcp",
                        "no http");
    }

    @Check(points = 2,
            title = "keeps TCP and UDP apart",
            hint = "514/tcp and 514/udp are two services.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void protocols(Program program, Names names) {
        String one = name(names);
        String two = name(names);
        int port = port(names);
        program.reads(TABLE + one + " " + port + "/tcp\n"
                        + two + " " + port + "/udp\n",
                        two + "/udp", two + "/tcp", one + "/udp",
                        "http/udp", "domain/tcp")
                .prints(two + " " + port + "/udp", "no " + two + "/tcp",
                        "no " + one + "/udp", "no http/udp",
                        "no domain/tcp");
    }

    @Check(points = 2,
            title = "takes no remark for an alias, nor for a service",
            hint = "From # to the end of the line, all is for people.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void comments(Program program, Names names) {
        String name = name(names);
        program.reads("# gopher 70/tcp\n#time 37/tcp\n"
                        + name + " 7/tcp # says Back\n"
                        + "finger 79/tcp#who is there\n",
                        name + "/tcp", "says/tcp", "#/tcp",
                        "gopher/tcp", "time/tcp", "finger/tcp",
                        "is/tcp")
                .prints(name + " 7/tcp", "no says/tcp",
                        "no #/tcp", "no gopher/tcp", "no time/tcp",
                        "finger 79/tcp", "no is/tcp");
    }

    @Check(points = 2,
            title = "takes tabs and blanks, as many as there are",
            hint = "Split at one or more of them, and take off those in"
                    + " front.",
            lecture = "02-addresses-ports-and-names",
            after = "aliases")
    void blanks(Program program, Names names) {
        String name = name(names);
        program.reads(name + "\t\t9/tcp\t\tsink  void\n\n   \n"
                        + "  telnet   23/tcp  \nwhois 43/tcp\tnicname\r"
                        + "\npop3 110/tcp",
                        name + "/tcp", "void/tcp", "telnet/tcp",
                        "nicname/tcp", "pop3/tcp")
                .prints(name + " 9/tcp", name + " 9/tcp",
                        "telnet 23/tcp", "whois 43/tcp",
                        "pop3 110/tcp");
    }

    @Check(points = 2,
            title = "skips a line that is none, and goes on",
            hint = "A name alone, a port that is no number or none of"
                    + " 16 bits, no protocol: skip it.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void malformed(Program program, Names names) {
        String name = name(names);
        program.reads("lonely\nhalf 12\nslash 13/\nword abc/tcp\n"
                        + "big 65536/tcp\nminus -1/tcp\n/tcp\n"
                        + "plus +7/tcp\n" + name + " 65535/tcp\n",
                        "lonely/tcp", "half/tcp", "word/tcp", "big/tcp",
                        "minus/tcp", "plus/tcp", name + "/tcp")
                .prints("no lonely/tcp", "no half/tcp", "no word/tcp",
                        "no big/tcp", "no minus/tcp", "no plus/tcp",
                        name + " 65535/tcp");
    }

    @Check(points = 1,
            title = "tells capitals from small letters",
            hint = "Ssh on the slide is not ssh in the file.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void cases(Program program) {
        program.reads(TABLE, "HTTP/tcp", "Http/tcp", "http/tcp")
                .prints("no HTTP/tcp", "no Http/tcp", "http 80/tcp");
    }

    @Check(points = 1,
            title = "lets the first line win",
            hint = "Two lines may answer: take the first.",
            lecture = "02-addresses-ports-and-names",
            after = {"byPort", "aliases"})
    void firstWins(Program program, Names names) {
        String name = name(names);
        int port = port(names);
        program.reads(name + " " + port + "/tcp twin\n"
                        + name + " 7/tcp\ntwin 9/tcp\n"
                        + "later " + port + "/tcp\n",
                        name + "/tcp", "twin/tcp", port + "/tcp")
                .prints(name + " " + port + "/tcp",
                        name + " " + port + "/tcp",
                        name + " " + port + "/tcp");
    }

    @Check(points = 1,
            title = "reads a long file to its end",
            hint = "One read is not the whole file.",
            lecture = "07-reading-and-writing",
            after = "byName")
    void large(Program program, Names names) {
        String name = name(names);
        var table = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            table.append("service" + i + " " + (1024 + i) + "/tcp\n");
        }
        program.reads(table + name + " 7/tcp\n",
                        "service19999/tcp", name + "/tcp")
                .prints("service19999 21023/tcp", name + " 7/tcp");
    }

    @Check(points = 1,
            title = "ends with status 0 if all were found, else 1",
            hint = "Remember that one was missing until the end.",
            lecture = "04-first-server-and-client",
            after = "byName")
    void status(Program program, Names names) {
        program.reads(TABLE, "ftp/tcp", "http/tcp").exits(0);
        program.reads(TABLE, name(names) + "/tcp", "ftp/tcp").exits(1);
    }

    @Check(points = 1,
            title = "says so when nobody asks anything",
            hint = "Without an argument: one line on stderr, status 2.",
            lecture = "04-first-server-and-client")
    void usage(Program program) {
        program.reads(TABLE).exits(2).complainsOnce().prints();
    }

    /** One that is in no table, and no port. */
    private static String name(Names names) {
        return names.plain().toLowerCase(Locale.ROOT) + "-serv";
    }

    /** One that is not in the table. */
    private static int port(Names names) {
        return 1024 + names.number(64000);
    }
}
