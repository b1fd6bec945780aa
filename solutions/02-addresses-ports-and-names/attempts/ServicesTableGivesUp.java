///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Looks services up until one is missing
// Marks: 12 of 20
// Fails: goesOn
// Skips: protocols, comments, malformed, cases
// Comment: The first that is not there ends the program, and the
//   questions behind it get no answer. Remember the status, and go on.

import static java.nio.charset.StandardCharsets.UTF_8;

record Service(String name, int port, String protocol,
        List<String> aliases) {}

void main(String[] args) throws IOException {
    if (args.length == 0) {
        System.err.println("usage: NAME/PROTOCOL or PORT/PROTOCOL");
        System.exit(2);
    }
    List<Service> table = new ArrayList<>();
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
        Service service = service(line);
        if (service != null) table.add(service);
    }
    for (String query : args) {
        Service found = find(query, table);
        if (found != null) {
            IO.println(found.name() + " " + found.port() + "/"
                    + found.protocol());
        } else {
            IO.println("no " + query);
            System.exit(1);
        }
    }
}

Service service(String line) {
    int remark = line.indexOf('#');
    if (remark >= 0) line = line.substring(0, remark);
    String[] words = line.strip().split("\\s+");
    if (words.length < 2) return null;
    if (!words[1].matches("[0-9]{1,5}/[a-z]+")) return null;
    String[] parts = words[1].split("/");
    int port = Integer.parseInt(parts[0]);
    if (port > 65535) return null;
    List<String> aliases = List.of(words).subList(2, words.length);
    return new Service(words[0], port, parts[1], aliases);
}

Service find(String query, List<Service> table) {
    int slash = query.lastIndexOf('/');
    if (slash < 0) return null;
    String key = query.substring(0, slash);
    String protocol = query.substring(slash + 1);
    for (Service s : table) {
        if (!s.protocol().equals(protocol)) continue;
        if (s.name().equals(key) || s.aliases().contains(key)
                || String.valueOf(s.port()).equals(key)) {
            return s;
        }
    }
    return null;
}
