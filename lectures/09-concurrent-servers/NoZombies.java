///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Java asks for its children by itself, whether we do or not
// We start three processes and never ask how they have ended. A thread
// of Java's own does it for us. Linux only, because it looks at /proc;
// elsewhere it says so and ends.
// Slides: E-65a E-66a K-15d
void main() throws IOException, InterruptedException {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("no-zombies: only Linux has the list in /proc");
        return;
    }
    List<Process> children = new ArrayList<>();
    for (int i = 0; i < 3; i++)
        children.add(new ProcessBuilder("sh", "-c", "exit 0").start());

    // Not waitFor: that would be asking. We watch the list instead.
    long left = 0;
    for (int tries = 0; tries < 400; tries++) {
        left = children.stream().filter(this::isListed).count();
        if (left == 0) break;
        Thread.sleep(10); // one look of at most 400
    }
    IO.println("three children have ended, we have not asked:"
        + " expected 0 there, saw " + left);
    if (left > 0) System.exit(1);
}

boolean isListed(Process child) {
    return Files.exists(Path.of("/proc/" + child.pid()));
}
