// Tries: to write where others read: beside the grader's files, into the JDK, into /usr and /etc.
// Solves: GreetingServer
// Marks: 0
// Must not: leave a file with its mark anywhere, nor change the grader's.
void main() throws Exception {
    String name = "zoo-@MARK@.txt";
    for (String folder : List.of("@OUTSIDE@", "@OUT@", System.getProperty("java.home"), "/usr",
            "/etc", "/", "/dev", "/proc/self")) {
        try {
            Files.writeString(Path.of(folder, name), "was here");
            IO.println("ESCAPED: writes into " + folder);
        } catch (IOException e) {
            // held
        }
    }
    try {
        Files.writeString(Path.of("@SECRET@"), "gone", StandardOpenOption.WRITE);
        IO.println("ESCAPED: overwrites");
    } catch (IOException e) {
        // held
    }
    IO.println("nowhere");
    System.exit(5);
}
