// Tries: to write the grader's results before the grader does.
// Solves: GreetingServer
// Marks: 0
// Must not: be believed, wherever it writes them.
void main() throws Exception {
    String twenty = """
            {"score": 20, "max": 20, "tests": [{"score": 20, "status": "passed"}]}
            """;
    for (String folder : List.of(".", "..", "../..", "@OUT@", "@OUT@/students", "/tmp",
            "/autograder/results")) {
        for (String name : List.of("results.json", "class.json", "journal.jsonl",
                "results.xml", "result.json")) {
            try {
                Files.createDirectories(Path.of(folder));
                Files.writeString(Path.of(folder, name), twenty);
            } catch (IOException e) {
                // held
            }
        }
    }
    System.exit(0);
}
