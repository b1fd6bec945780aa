// Tries: to be taken for a class of the grader, or of JUnit.
// Solves: GreetingServer
// Marks: 0
// Must not: be loaded anywhere but in its own process.
package course.check;

public class GreetingServer {
    public static void main(String[] args) throws Exception {
        new Examiner();
        Thread.currentThread().getContextClassLoader().loadClass("course.check.Report");
        System.out.println("ESCAPED: the grader's classes are here");
    }
}

class Examiner {
    static {
        System.out.println("shadow in a process of its own");
    }
}

class GreetingServerCheck extends Examiner {}
