import course.check.Check;
import course.check.Ending;
import course.check.Program;
import course.wire.Host;

/** What the brief of RetryingConnect promises, promise by promise. */
class RetryingConnectCheck {
    @Check(points = 3,
            title = "calls, says so, and hangs up",
            hint = "connect, print \"connected\" and the address,"
                    + " close, exit status 0.",
            lecture = "06-connect-and-accept")
    void atOnce(Program client, Host host) {
        Ending ending = client.calls(host, "5");
        host.accepts().expectsEnd();
        ending.prints("connected 127.0.0.1").exits(0);
    }

    @Check(points = 3,
            title = "calls again until a late server listens",
            hint = "A refusal is an answer for now. Pause, and call"
                    + " again, with a new socket.",
            lecture = "06-connect-and-accept",
            after = "atOnce")
    void late(Program client, Host host) {
        host.refuses();
        Ending ending = client.calls(host, "20");
        ending.says("refused 127.0.0.1");
        host.listens().accepts().expectsEnd();
        ending.says("connected 127.0.0.1").exits(0);
    }

    @Check(points = 2,
            title = "goes on to the next host if one refuses",
            hint = "All hosts in turn, before the pause.",
            lecture = "06-connect-and-accept",
            after = "atOnce")
    void nextHost(Program client, Host host) {
        String dead = host.deadNeighbour();
        Ending ending = client.runs(
                dead, host.port(), "20", host.address());
        host.accepts().expectsEnd();
        ending.prints("refused " + dead, "connected 127.0.0.1")
                .exits(0);
    }

    @Check(points = 3,
            title = "goes on to the next host if one is silent",
            hint = "A connect without a limit waits for minutes. Give"
                    + " it 300 ms.",
            lecture = "06-connect-and-accept",
            after = "atOnce")
    void silentHost(Program client, Host host) {
        String silent = host.silentNeighbour();
        Ending ending = client.runs(
                silent, host.port(), "20", host.address());
        host.accepts().expectsEnd();
        ending.prints("silent " + silent, "connected 127.0.0.1")
                .exits(0);
    }

    @Check(points = 3,
            title = "tries for as long as it may, and with pauses",
            hint = "One second is ten pauses of 100 ms, and then an"
                    + " error: one line, status 1.",
            lecture = "06-connect-and-accept")
    void refusedToTheEnd(Program client, Host host) {
        host.refuses();
        client.calls(host, "1").exits(1).complainsOnce("connect")
                .said("refused 127.0.0.1", 2, 12);
    }

    @Check(points = 2,
            title = "keeps its deadline with a silent host, too",
            hint = "No attempt may go on when the time is up.",
            lecture = "06-connect-and-accept")
    void silentToTheEnd(Program client, Host host) {
        String silent = host.silentNeighbour();
        client.runs(silent, host.port(), "1").exits(1)
                .complainsOnce("connect")
                .said("silent " + silent, 2, 4);
    }

    @Check(points = 2,
            title = "does not wait for a host that does not exist",
            hint = "A name that is not known now will not be known in a"
                    + " minute: one line, status 1, no retry.",
            lecture = "02-addresses-ports-and-names")
    void unknownHost(Program client) {
        client.runs("no..such", "1234", "60").exits(1)
                .complainsOnce("getaddrinfo").prints();
    }

    @Check(points = 2,
            title = "says no to a bad port, bad seconds, or none",
            hint = "Look at the words before you use them: one line,"
                    + " status 2.",
            lecture = "02-addresses-ports-and-names")
    void usage(Program client) {
        Ending port = client.runs("127.0.0.1", "66770", "1");
        Ending seconds = client.runs("127.0.0.1", "1234", "soon");
        Ending none = client.runs("127.0.0.1", "1234");
        port.exits(2).complainsOnce();
        seconds.exits(2).complainsOnce();
        none.exits(2).complainsOnce();
    }
}
