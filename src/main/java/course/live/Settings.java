package course.live;

import course.script.Complaint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param port 0 if the system may choose
 * @param collect where what is handed in goes, if anything may be
 */
record Settings(InetAddress host, int port, Optional<Path> collect) {
    static final int USUAL_PORT = 8080;

    static Settings of(String... words) {
        InetAddress host = InetAddress.getLoopbackAddress();
        int port = USUAL_PORT;
        Optional<Path> collect = Optional.empty();
        Iterator<String> rest = List.of(words).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!List.of("--port", "--host", "--collect").contains(option)) {
                throw Complaint.usage("class takes no " + option);
            }
            if (!rest.hasNext()) throw Complaint.usage(option + " wants a value");
            String value = rest.next();
            switch (option) {
                case "--port" -> port = port(value);
                case "--host" -> host = address(value);
                default -> collect = Optional.of(Path.of(value));
            }
        }
        return new Settings(host, port, collect);
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw Complaint.usage("--port: " + text + " is not a number from 0 to 65535");
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw Complaint.usage("--host: there is no address " + text);
        }
    }
}
