import course.check.Check;
import course.check.Names;
import course.check.Program;
import java.util.Locale;

/** What the brief of UrlSplit promises, promise by promise. */
class UrlSplitCheck {
    private static final String END = "";

    @Check(points = 2,
            title = "names scheme, host, port and path",
            hint = "The scheme ends at ://, the host at the colon, the"
                    + " port at the slash.",
            lecture = "02-addresses-ports-and-names")
    void four(Program program, Names names) {
        String host = host(names);
        int port = 1 + names.number(65535);
        program.reads("http://" + host + ":" + port + "/a/b.html\n")
                .prints("scheme http", "host " + host, "port " + port,
                        "path /a/b.html", END);
    }

    @Check(points = 1,
            title = "goes on with the next URL, also after a bad one",
            hint = "bad, an empty line, and then comes the next.",
            lecture = "02-addresses-ports-and-names",
            after = "four")
    void goesOn(Program program, Names names) {
        String host = host(names);
        program.reads("nothing\nhttp://" + host + ":1/x\n")
                .prints("bad", END, "scheme http", "host " + host,
                        "port 1", "path /x", END);
    }

    @Check(points = 2,
            title = "knows the ports that go without saying",
            hint = "http 80, https 443, ftp 21; no other scheme has one"
                    + " here.",
            lecture = "02-addresses-ports-and-names",
            after = "four")
    void defaults(Program program, Names names) {
        String host = host(names);
        program.reads("http://" + host + "/\nhttps://" + host + "/\n"
                        + "ftp://" + host + "/\nx-y.z+1://" + host
                        + "/\n")
                .prints("scheme http", "host " + host, "port 80",
                        "path /", END,
                        "scheme https", "host " + host, "port 443",
                        "path /", END,
                        "scheme ftp", "host " + host, "port 21",
                        "path /", END,
                        "scheme x-y.z+1", "host " + host,
                        "path /", END);
    }

    @Check(points = 1,
            title = "takes an empty path for /",
            hint = "The authority may be all there is.",
            lecture = "02-addresses-ports-and-names",
            after = "four")
    void emptyPath(Program program, Names names) {
        String host = host(names);
        program.reads("http://" + host + "\n")
                .prints("scheme http", "host " + host, "port 80",
                        "path /", END);
    }

    @Check(points = 2,
            title = "knows a query",
            hint = "From the first ? to the #, or to the end.",
            lecture = "02-addresses-ports-and-names",
            after = "four")
    void query(Program program, Names names) {
        String host = host(names);
        program.reads("http://" + host + "/a?q=1&r=?\n"
                        + "http://" + host + "/a?\n")
                .prints("scheme http", "host " + host, "port 80",
                        "path /a", "query q=1&r=?", END,
                        "scheme http", "host " + host, "port 80",
                        "path /a", "query ", END);
    }

    @Check(points = 2,
            title = "knows a fragment, with a query and without",
            hint = "From the first # to the end.",
            lecture = "02-addresses-ports-and-names",
            after = "four")
    void fragment(Program program, Names names) {
        String host = host(names);
        program.reads("http://" + host + "/a?q=1#top?no\n"
                        + "http://" + host + "/a#top\n")
                .prints("scheme http", "host " + host, "port 80",
                        "path /a", "query q=1", "fragment top?no", END,
                        "scheme http", "host " + host, "port 80",
                        "path /a", "fragment top", END);
    }

    @Check(points = 2,
            title = "knows a user info",
            hint = "In front of the @, and a colon may be in it.",
            lecture = "02-addresses-ports-and-names",
            after = "four")
    void user(Program program, Names names) {
        String host = host(names);
        String user = names.plain();
        program.reads("http://" + user + "@" + host + "/\n"
                        + "http://" + user + ":7@" + host + ":8/\n")
                .prints("scheme http", "user " + user, "host " + host,
                        "port 80", "path /", END,
                        "scheme http", "user " + user + ":7",
                        "host " + host, "port 8", "path /", END);
    }

    @Check(points = 2,
            title = "knows an IPv6 host, without its brackets",
            hint = "The colon of the port comes after the bracket.",
            lecture = "02-addresses-ports-and-names",
            after = "four")
    void ipv6(Program program) {
        program.reads("http://[::1]:8080/\nhttp://[2001:db8::7]/\n")
                .prints("scheme http", "host ::1", "port 8080",
                        "path /", END,
                        "scheme http", "host 2001:db8::7", "port 80",
                        "path /", END);
    }

    @Check(points = 1,
            title = "is not led astray by colons and @ further on",
            hint = "First find where the authority ends: at the first"
                    + " of / ? #.",
            lecture = "02-addresses-ports-and-names",
            after = "four")
    void furtherOn(Program program, Names names) {
        String host = host(names);
        program.reads("http://" + host + "/a:9/@b\n"
                        + "http://" + host + "?to=c@d:7/e\n")
                .prints("scheme http", "host " + host, "port 80",
                        "path /a:9/@b", END,
                        "scheme http", "host " + host, "port 80",
                        "path /", "query to=c@d:7/e", END);
    }

    @Check(points = 1,
            title = "leaves escapes as they are",
            hint = "%2F is a slash that is none: decoded too early, it"
                    + " becomes one.",
            lecture = "02-addresses-ports-and-names",
            after = "four")
    void escapes(Program program, Names names) {
        String host = host(names);
        program.reads("http://" + host + "/a%2Fb%20c?d%26e=%3D+f\n")
                .prints("scheme http", "host " + host, "port 80",
                        "path /a%2Fb%20c", "query d%26e=%3D+f", END);
    }

    @Check(points = 2,
            title = "says bad without a scheme, or without a host that"
                    + " can be one",
            hint = "The scheme is no optional header, and brackets do"
                    + " not make an IPv6 address.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void missing(Program program, Names names) {
        String host = host(names);
        program.reads("://" + host + "/\n1http://" + host + "/\n")
                .prints("bad", END, "bad", END);
        program.reads(host + "/a\n/a/b\n//" + host + "/\nhttp:/a\n"
                        + "http:///a\n\n")
                .prints("bad", END, "bad", END, "bad", END, "bad", END,
                        "bad", END, "bad", END);
        program.reads("http://[web]/\n").prints("bad", END);
        program.reads("http://[]/\nhttp://[::1/\n")
                .prints("bad", END, "bad", END);
    }

    @Check(points = 1,
            title = "says bad to a port that is none",
            hint = "One to five digits, and at most 65535.",
            lecture = "02-addresses-ports-and-names",
            after = "goesOn")
    void badPort(Program program, Names names) {
        String url = "http://" + host(names) + ":";
        program.reads(url + "65536/\n" + url + "+80/\n" + url + "web/\n"
                        + url + "/\n")
                .prints("bad", END, "bad", END, "bad", END, "bad", END);
    }

    @Check(points = 1,
            title = "ends with status 0 if all was good, else 1",
            hint = "Remember that one was bad until the end.",
            lecture = "04-first-server-and-client",
            after = "four")
    void status(Program program, Names names) {
        String good = "http://" + host(names) + ":80/\n";
        program.reads(good).exits(0);
        program.reads("nothing\n" + good).exits(1);
    }

    private static String host(Names names) {
        return names.plain().toLowerCase(Locale.ROOT) + ".example";
    }
}
