///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Turns knobs and reports: on for ever
// Marks: 9 of 20
// Fails: sets
// Skips: ends, inherits, noSocket, badValue
// Comment: A value is there, so you switch on: also for off. The
//   value says what to do, not that there is one.

import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The switches; sizes and SO_LINGER have values of their own. */
static final Map<String, SocketOption<Boolean>> SWITCHES = Map.of(
    "TCP_NODELAY", StandardSocketOptions.TCP_NODELAY,
    "SO_KEEPALIVE", StandardSocketOptions.SO_KEEPALIVE,
    "SO_REUSEADDR", StandardSocketOptions.SO_REUSEADDR);
static final Map<String, SocketOption<Integer>> SIZES = Map.of(
    "SO_RCVBUF", StandardSocketOptions.SO_RCVBUF,
    "SO_SNDBUF", StandardSocketOptions.SO_SNDBUF);

/** Who is not in it has no socket, or no longer one. */
final Map<String, NetworkChannel> sockets = new HashMap<>();

void main() {
    try {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(
            InetAddress.getLoopbackAddress(), 0));
        sockets.put("listener", listener);
        sockets.put("client", SocketChannel.open());
        String line;
        while ((line = IO.readln()) != null) IO.println(answer(line));
    } catch (IOException e) {
        System.err.println("socket: " + e.getMessage());
        System.exit(1);
    }
}

String answer(String line) throws IOException {
    String[] words = line.split(" ");
    if (line.equals("connect")) return connect();
    if (words[0].equals("close")) {
        sockets.remove(words[1]).close();
        return "closed";
    }
    String value = words.length > 2 ? words[2] : "";
    return words[0] + " " + words[1] + " "
        + option(words[0], words[1], value);
}

// Nobody waits: the system completes the call before it is accepted.
String connect() throws IOException {
    var listener = (ServerSocketChannel) sockets.get("listener");
    var client = (SocketChannel) sockets.get("client");
    client.connect(listener.getLocalAddress());
    sockets.put("child", listener.accept());
    return "connected";
}

String option(String who, String name, String value)
        throws IOException {
    NetworkChannel s = sockets.get(who);
    boolean known = SWITCHES.containsKey(name)
        || SIZES.containsKey(name) || name.equals("SO_LINGER");
    if (!known || who.equals("listener")
            && !name.equals("SO_REUSEADDR")) return "unknown";
    if (s == null) return "no socket";
    if (SWITCHES.containsKey(name))
        return turn(s, SWITCHES.get(name), value);
    if (SIZES.containsKey(name))
        return size(s, SIZES.get(name), value);
    return linger(s, value);
}

String turn(NetworkChannel s, SocketOption<Boolean> option,
        String value) throws IOException {
    if (!value.matches("|on|off")) return "bad value";
    if (!value.isEmpty()) s.setOption(option, true);
    return s.getOption(option) ? "on" : "off";
}

// What comes back may be more than was asked for, or less: that is
// the system's choice, and no error.
String size(NetworkChannel s, SocketOption<Integer> option,
        String value) throws IOException {
    if (!value.matches("[1-9]\\d{0,9}")
            || Long.parseLong(value) > Integer.MAX_VALUE)
        return "bad value";
    int wanted = Integer.parseInt(value);
    s.setOption(option, wanted);
    return s.getOption(option) >= wanted ? "enough" : "less";
}

String linger(NetworkChannel s, String value) throws IOException {
    SocketOption<Integer> option = StandardSocketOptions.SO_LINGER;
    if (!value.matches("|off|\\d{1,4}")) return "bad value";
    if (!value.isEmpty()) s.setOption(option,
        value.equals("off") ? -1 : Integer.parseInt(value));
    int seconds = s.getOption(option);
    return seconds < 0 ? "off" : String.valueOf(seconds);
}
