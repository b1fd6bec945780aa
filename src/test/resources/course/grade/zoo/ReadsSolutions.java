// Tries: to read the solutions, the checks and a file of the grader's.
// Solves: GreetingServer
// Marks: 0
// Must not: see any of them; nor may the grader's words be in a report.
void main() throws Exception {
    for (String wanted : List.of("@SECRET@", "@COURSE@/solutions",
            "@COURSE@/exercises", "../../../..", "/root", "/home")) {
        Path path = Path.of(wanted);
        if (Files.isRegularFile(path)) IO.println("ESCAPED: " + Files.readString(path));
        boolean full = Files.isDirectory(path) && path.toFile().list() != null
                && Files.walk(path).limit(500).anyMatch(p -> p.toString().endsWith("Check.java"));
        if (full) IO.println("ESCAPED: sees " + path);
    }
    IO.println("nothing there");
    System.exit(5);
}
