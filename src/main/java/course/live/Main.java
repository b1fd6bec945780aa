package course.live;

import course.script.Complaint;
import course.script.Course;
import course.site.Printing;
import course.site.Problem;
import course.site.Site;

import java.nio.file.Path;
import java.util.List;

/** Serves a class; a program of its own, because few need what it needs. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        limit("sun.net.httpserver.maxReqTime", "10");
        limit("sun.net.httpserver.idleInterval", "30");
        limit("sun.net.httpserver.maxReqHeaders", "60");
        limit("sun.net.httpserver.maxReqHeaderSize", "16384");
        limit("jdk.httpserver.maxConnections", "4000");
        limit("sun.net.httpserver.nodelay", "true");
        System.exit(run(args));
    }

    /** What the JDK's server wants to be told before it is there, unless it has been. */
    private static void limit(String name, String value) {
        if (System.getProperty(name) == null) System.setProperty(name, value);
    }

    /** As {@link #main}, but answers with the exit status; otherwise it ends when it is ended. */
    static int run(String... args) {
        try {
            Settings settings = Settings.of(args);
            Course course = Course.find(Path.of(""));
            Journal journal = new Journal(System.out);
            try (Site site = new Site(course)) {
                Printing printing = site.print();
                List<Problem> problems = printing.problems();
                problems.forEach(System.err::println);
                Pages pages = new Pages(printing);
                serve(ClassServer.open(settings, course, pages, journal), settings, course);
            }
            return 0;
        } catch (Complaint complaint) {
            System.err.println("course: " + complaint.getMessage());
            return complaint.status();
        } catch (InterruptedException ended) {
            return 0;
        }
    }

    private static void serve(ClassServer server, Settings settings, Course course)
            throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Watch.of(course.root(), List.of("lectures", "exercises"), server::saved);
        tell(server, settings);
        Thread.currentThread().join();
    }

    private static void tell(ClassServer server, Settings settings) {
        System.out.println("the class    " + server.addresses().followers());
        System.out.println("the lecturer " + server.addresses().presenter(server.token()));
        server.addresses().told().forEach(System.out::println);
        settings.collect().ifPresent(folder -> System.out.println(
                "hand in with ./jbang course submit NAME --to %shand-in; it goes into %s"
                        .formatted(server.addresses().followers(), Course.shown(folder))));
        System.out.println("Ctrl-C ends it.");
        System.out.flush();
    }
}
