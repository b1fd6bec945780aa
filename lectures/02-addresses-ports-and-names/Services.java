///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The slide's table of services beside a machine's
// /etc/services gives names to ports: a name, a port with its
// protocol, other names. We read the slide's lines and the machine's,
// and tell the difference.  Services [FILE]
// Slides: E-33a E-33b E-22b P-05d R-05b E-18b
// Claims: 33
final String SLIDE = """
    ftp     21/tcp
    Ssh     22/tcp  # SSH Remote Login Protocol
    Ssh     22/udp  # SSH Remote Login Protocol
    telnet  23/tcp
    smtp    25/tcp  mail
    smtp    25/udp  mail
    time    37/tcp  # time server
    time    37/udp  # time server
    whois++ 63/tcp  # nick name
    bootps  67/tcp  # BOOTP server
    bootpc  68/tcp  # BOOTP client
    gopher  70/tcp  # Internet Gopher
    gopher  70/udp
    finger  79/tcp
    http    80/tcp  # WorldWideWeb HTTP
    """;

// tag::parse[]
record Service(String name, String port, List<String> aliases) {}

Optional<Service> service(String line) {
    String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
    if (words.length < 2 || !words[1].matches("\\d+/\\w+"))
        return Optional.empty();
    List<String> aliases = List.of(words).subList(2, words.length);
    return Optional.of(new Service(words[0], words[1], aliases));
}
// end::parse[]

void main(String... args) {
    Path file = Path.of(args.length > 0 ? args[0] : "/etc/services");
    if (args.length == 0 && !Files.exists(file)) {
        IO.println("this machine has no /etc/services");
        return;
    }
    List<Service> here = new ArrayList<>();
    int addresses = 0;
    try {
        for (String line : Files.readAllLines(file)) {
            service(line).ifPresent(here::add);
            line = line.replaceFirst("#.*", "");
            if (line.matches(".*\\d\\.\\d+\\.\\d+\\.\\d.*"))
                addresses++;
        }
    } catch (IOException e) {
        System.err.println("open: " + file + " cannot be read");
        System.exit(1);
    }

    // tag::compare[]
    SLIDE.lines().map(this::service).flatMap(Optional::stream)
        .forEach(s -> IO.println("%-8s%-7s %s".formatted(
            s.name(), s.port(), verdict(s, here))));
    // end::compare[]
    IO.println("lines with an IP address: expected 0, saw "
        + addresses);
    if (addresses > 0) System.exit(1);
}

// What the machine calls this port; else what it knows by this name.
String verdict(Service wanted, List<Service> here) {
    String others = "";
    for (Service s : here) {
        if (s.port().equals(wanted.port()))
            return s.name().equals(wanted.name()) ? "the same"
                : "here " + s.name();
        if (s.name().equals(wanted.name())) others += " " + s.port();
    }
    return others.isEmpty() ? "not here" : "here" + others;
}
