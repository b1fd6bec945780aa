// Tries: to find the grader among the processes, and to attach to its virtual machine.
// Solves: GreetingServer
// Marks: 0
// Must not: see one that is not its own.
void main() {
    boolean seen = ProcessHandle.of(@PID@).isPresent() || ProcessHandle.allProcesses()
            .map(p -> p.info().commandLine().orElse(""))
            .anyMatch(c -> c.contains("course.grade.Workbench") || c.contains("course.cli.Main"));
    IO.println(seen ? "ESCAPED: sees the grader" : "alone");
    for (var machine : com.sun.tools.attach.VirtualMachine.list()) {
        if (!machine.displayName().startsWith("GreetingServer")) {
            IO.println("ESCAPED: could attach");
        }
    }
    System.exit(5);
}
