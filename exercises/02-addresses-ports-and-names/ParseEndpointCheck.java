import course.check.Check;
import course.check.Names;
import course.check.Program;
import java.util.Arrays;
import java.util.Locale;

/** What the brief of ParseEndpoint promises, promise by promise. */
class ParseEndpointCheck {
    private static final String BAD = "bad";

    @Check(points = 2,
            title = "knows a name and a port",
            hint = "Before the colon the name, behind it the port.",
            lecture = "02-addresses-ports-and-names")
    void name(Program program, Names names) {
        String host = host(names) + ".example";
        int port = 1 + names.number(65535);
        program.reads(host + ":" + port + "\n")
                .prints("name " + host + " port " + port);
    }

    @Check(points = 2,
            title = "knows an IPv4 address and a port",
            hint = "Four numbers with dots between them: no name.",
            lecture = "02-addresses-ports-and-names")
    void ipv4(Program program, Names names) {
        String host = "192.0.2." + names.number(256);
        program.reads("114.58.1.6:6072\n" + host + ":80\n")
                .prints("IPv4 114.58.1.6 port 6072",
                        "IPv4 " + host + " port 80");
    }

    @Check(points = 2,
            title = "knows an IPv6 address in brackets",
            hint = "The brackets say where the address ends; they are"
                    + " no part of it.",
            lecture = "02-addresses-ports-and-names")
    void ipv6(Program program, Names names) {
        String host = "2001:db8::" + (1 + names.number(9999));
        program.reads("[::1]:80\n[" + host + "]:443\n")
                .prints("IPv6 ::1 port 80",
                        "IPv6 " + host + " port 443");
    }

    @Check(points = 1,
            title = "goes on after a bad line",
            hint = "A bad line is answered with bad, and then comes the"
                    + " next.",
            lecture = "02-addresses-ports-and-names",
            after = "name")
    void goesOn(Program program, Names names) {
        String one = host(names);
        String two = host(names);
        program.reads(one + ":1\n:80\n" + two + ":2\n")
                .prints("name " + one + " port 1", BAD,
                        "name " + two + " port 2");
    }

    @Check(points = 2,
            title = "knows the first port and the last",
            hint = "0 and 65535 are ports, 65536 is none: 16 bits.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void edges(Program program, Names names) {
        String host = host(names);
        int beyond = 65536 + names.number(30000);
        program.reads(host + ":0\n" + host + ":65535\n"
                        + host + ":65536\n" + host + ":" + beyond + "\n"
                        + host + ":00080\n")
                .prints("name " + host + " port 0",
                        "name " + host + " port 65535", BAD, BAD,
                        "name " + host + " port 80");
    }

    @Check(points = 2,
            title = "takes nothing for a port but digits, 0 to 9",
            hint = "Your library may be kinder than the brief: is +80 a"
                    + " number to it? Are digits of other scripts?",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void digits(Program program, Names names) {
        bad(program, host(names), ":+80", ":-1", ": 80", ":80 ", ":80a",
                ":0x50", ":http", ":\u0668\u0660", ":000080",
                ":99999999999");
    }

    @Check(points = 1,
            title = "says bad when a part is missing",
            hint = "No host, no port, no colon, nothing at all: bad.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void missing(Program program, Names names) {
        bad(program, "", host(names), ":80", host(names) + ":", ":",
                "[::1]", "[::1]:", "[]:80", "");
    }

    @Check(points = 2,
            title = "wants brackets where there are many colons",
            hint = "Is ::1:80 port 80 at ::1, or the address ::1:80?"
                    + " Nobody can tell: bad.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void colons(Program program, Names names) {
        String host = host(names);
        bad(program, "", "::1:80", host + ":80:81", host + "::80",
                "[::1]:80:81", "[::1]80", "::1]:80", "[::1:80",
                "[" + host + "]:80", "[127.0.0.1]:80");
    }

    @Check(points = 2,
            title = "wants four numbers from 0 to 255",
            hint = "Only digits and dots: then it is an IPv4 address or"
                    + " nothing. A 0 in front is a trap: for some"
                    + " programs 010 is 8.",
            lecture = "03-byte-order-and-addresses",
            after = {"ipv4", "goesOn"})
    void fourNumbers(Program program, Names names) {
        bad(program, "", "1.2.3:80", "1.2.3.4.5:80", "1234:80",
                "256.0.2.1:80", "192.0.2." + (256 + names.number(700))
                        + ":80", "010.0.0.1:80", "1.2..4:80");
    }

    @Check(points = 1,
            title = "knows what cannot be a name",
            hint = "Letters, digits and hyphens, and between two dots"
                    + " there must be something.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void noName(Program program, Names names) {
        String host = host(names);
        bad(program, "", "no.." + host + ":80", "." + host + ":80",
                host + ".:80", host + " " + host + ":80",
                host + "/:80", "a@" + host + ":80");
    }

    @Check(points = 1,
            title = "leaves a name a name",
            hint = "To take an endpoint apart, nothing is looked up.",
            lecture = "02-addresses-ports-and-names",
            after = "name")
    void noLookup(Program program, Names names) {
        int port = 1 + names.number(65535);
        program.reads("localhost:" + port + "\nLOCALHOST:80\n")
                .prints("name localhost port " + port,
                        "name LOCALHOST port 80");
    }

    @Check(points = 1,
            title = "takes \\r\\n, and a last line that EOF ends",
            hint = "What ends a line is not part of it.",
            lecture = "07-reading-and-writing",
            after = "name")
    void lineEnds(Program program, Names names) {
        String one = host(names);
        String two = host(names);
        program.reads(one + ":1\r\n" + two + ":2")
                .prints("name " + one + " port 1",
                        "name " + two + " port 2");
    }

    @Check(points = 1,
            title = "ends with status 0 if all was good, else 1",
            hint = "Remember that a line was bad until the end.",
            lecture = "04-first-server-and-client",
            after = "name")
    void status(Program program, Names names) {
        String good = host(names) + ":80\n";
        program.reads(good).exits(0);
        program.reads(":80\n" + good).exits(1);
    }

    private static String host(Names names) {
        return names.plain().toLowerCase(Locale.ROOT);
    }

    /** That each of these, with the same beginning, is bad. */
    private static void bad(Program program, String beginning,
            String... rest) {
        var input = new StringBuilder();
        for (String r : rest) input.append(beginning + r + "\n");
        String[] answers = new String[rest.length];
        Arrays.fill(answers, BAD);
        program.reads(input.toString()).prints(answers);
    }
}
