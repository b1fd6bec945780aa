// Tries: to end a process of the grader's user by calling C, past whatever Java would forbid.
// Solves: GreetingServer
// Marks: 0
// Must not: reach that process.
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

void main() throws Throwable {
    Linker linker = Linker.nativeLinker();
    var kill = linker.downcallHandle(linker.defaultLookup().find("kill").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT));
    int answer = (int) kill.invokeExact(@PID@, 9);
    IO.println(answer == 0 ? "ESCAPED: kills" : "nobody there");
    System.exit(5);
}
