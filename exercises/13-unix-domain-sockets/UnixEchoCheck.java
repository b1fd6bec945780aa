import course.check.Check;
import course.check.Names;
import course.check.Place;
import course.check.Program;
import course.check.Server;
import course.wire.Peer;

/** What the brief of UnixEcho promises, promise by promise. */
class UnixEchoCheck {
    @Check(points = 2,
            title = "listens at the path, and sends back what it gets",
            hint = "bind to the path, say so, accept, read, write;"
                    + " until EOF.",
            lecture = "13-unix-domain-sockets")
    void echoes(Program program, Names names) {
        String text = names.plain() + "\n";
        program.listensAt(program.place()).connect()
                .sends(text).expects(text)
                .sends(text).halfCloses()
                .expects(text).expectsEnd();
    }

    @Check(points = 2,
            title = "sends back any bytes to one who reads slowly",
            hint = "Bytes in, bytes out; and a write may take less than"
                    + " it was given.",
            lecture = "07-reading-and-writing",
            after = "echoes")
    void anyBytes(Program program, Names names) {
        byte[] noise = names.noise(300_000);
        program.listensAt(program.place()).connectWithoutReading()
                .sends(noise).readsSlowly().expects(noise)
                .halfCloses().expectsEnd();
    }

    @Check(points = 2,
            title = "serves a client while another says nothing",
            hint = "Who accepts while you wait for the first client?",
            lecture = "09-concurrent-servers",
            after = "echoes")
    void idle(Program program, Names names) {
        String text = names.plain();
        Server server = program.listensAt(program.place());
        Peer first = server.connect().sends(text).saysNothing();
        server.connect().sends(text).expects(text).closes();
        first.expects(text).halfCloses().expectsEnd();
    }

    @Check(points = 2,
            title = "survives a client that leaves without reading",
            hint = "A write to nobody fails, and in C a signal comes"
                    + " with it. Who should suffer from that?",
            lecture = "08-closing",
            after = "echoes")
    void gone(Program program, Names names) {
        String text = names.plain();
        String much = text.repeat(2_000_000 / text.length());
        Server server = program.listensAt(program.place());
        server.connectWithoutReading().sends(much).closes();
        server.keepsRunning().connect().sends(text).halfCloses()
                .expects(text).expectsEnd();
    }

    @Check(points = 3,
            title = "takes the place of a dead server",
            hint = "The file is there, and nobody answers: that is what"
                    + " a connect tells you.",
            lecture = "13-unix-domain-sockets",
            after = "echoes")
    void stale(Program program, Names names) {
        String text = names.plain();
        Place place = program.place().isStale();
        program.listensAt(place).connect().sends(text).halfCloses()
                .expects(text).expectsEnd();
    }

    @Check(points = 3,
            title = "leaves a live server in peace",
            hint = "If a connect succeeds, the path is not yours. Let"
                    + " bind fail, and say so.",
            lecture = "13-unix-domain-sockets",
            after = "echoes")
    void live(Program program) {
        Place place = program.place().isTaken();
        program.runsAt(place).exits(1).complainsOnce("bind");
        place.isStillTaken();
    }

    @Check(points = 2,
            title = "deletes no file that is none of a socket",
            hint = "A connect to a text file is refused, too. What kind"
                    + " of file is it? And a link is a link, wherever"
                    + " it leads.",
            lecture = "13-unix-domain-sockets",
            after = "echoes")
    void text(Program program, Names names) {
        String text = names.plain() + "\n";
        Place place = program.place().holds(text);
        program.runsAt(place).exits(1).complainsOnce("bind");
        place.stillHolds(text);
        Place link = program.place();
        if (link.becomesLink()) {
            program.runsAt(link).exits(1).complainsOnce("bind");
            link.isStillLink();
        }
    }

    @Check(points = 1,
            title = "says no to a path of 200 bytes",
            hint = "sun_path has room for about 100. What is cut off is"
                    + " another name.",
            lecture = "13-unix-domain-sockets",
            after = "echoes")
    void tooLong(Program program) {
        Place place = program.place().longAs(200);
        program.runsAt(place).exits(1).complainsOnce("bind");
        place.isEmpty();
    }

    @Check(points = 1,
            title = "lets nobody call but its owner",
            hint = "umask before bind, or chmod after it.",
            lecture = "13-unix-domain-sockets",
            after = "echoes")
    void ownersAlone(Program program, Names names) {
        String text = names.plain();
        Place place = program.place();
        program.listensAt(place).connect().sends(text).expects(text)
                .closes();
        place.isOwnersAlone();
    }

    @Check(points = 2,
            title = "ends after COUNT clients, and takes its file away",
            hint = "Accept so many, wait until all are served, delete"
                    + " the file.",
            lecture = "13-unix-domain-sockets",
            after = "echoes")
    void tidies(Program program, Names names) {
        String text = names.plain();
        Place place = program.place();
        Server server = program.listensAt(place, "2");
        Peer first = server.connect().sends(text).expects(text);
        server.connect().sends(text).halfCloses()
                .expects(text).expectsEnd();
        first.sends(text).expects(text).halfCloses().expectsEnd();
        server.ends().exits(0);
        place.isEmpty();
    }
}
