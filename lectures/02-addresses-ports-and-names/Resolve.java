///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What addresses a name has, in both families
// A name goes in, a list of addresses comes out, IPv4 and IPv6, or an
// error with a reason. What is an address already, is not looked up.
// Resolve [NAME...]
// Slides: P-14a P-14b E-09a E-09b E-10a E-58a E-58b E-43b
// Claims: 31 32
void main(String... args) {
    List<String> names = args.length > 0 ? List.of(args)
        : List.of("localhost", "127.0.0.1", "::1", "no..such");
    for (String name : names) {
        IO.println(name);
        try {
            // tag::lookup[]
            InetAddress[] found = InetAddress.getAllByName(name); // <.>
            // end::lookup[]
            IO.println("  IPv4 " + list(found, Inet4Address.class));
            IO.println("  IPv6 " + list(found, Inet6Address.class));
        } catch (UnknownHostException e) {
            // tag::error[]
            String reason = e.getMessage();
            IO.println("  " + reason.replace(name + ": ", "")); // <.>
            // end::error[]
        }
    }
}

// tag::list[]
String list(InetAddress[] found, Class<? extends InetAddress> family) {
    String list = Stream.of(found)
        .filter(family::isInstance) // <.>
        .map(a -> shown(a.getHostAddress()))
        .distinct()
        .collect(Collectors.joining(" "));
    return list.isEmpty() ? "none" : list;
}
// end::list[]

// Java writes ::1 in full.
String shown(String address) {
    return address.replaceFirst("^0:0:0:0:0:0:0:", "::");
}
