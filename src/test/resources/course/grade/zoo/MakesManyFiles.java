// Tries: to make 20,000 files in folders that nobody may open, and links that lead out.
// Solves: GreetingServer
// Marks: 0
// Must not: leave anything that cannot be taken away, nor have what the links lead to deleted.
void main() throws Exception {
    try {
        Path deep = Files.createDirectories(Path.of("zoo-@MARK@/a/b/c/d/e/f"));
        Files.createSymbolicLink(deep.resolve("link"), Path.of("@SECRET@"));
        Files.createSymbolicLink(Path.of("out"), Path.of("@OUTSIDE@"));
        for (int file = 0; file < 20_000; file++) Files.createFile(deep.resolve("f" + file));
        for (Path p = deep; p != null; p = p.getParent()) p.toFile().setExecutable(false);
        for (Path p = deep; p != null; p = p.getParent()) p.toFile().setReadable(false);
    } catch (IOException e) {
        // held
    }
    IO.println("done");
    System.exit(5);
}
