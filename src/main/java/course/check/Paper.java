package course.check;

import course.script.Complaint;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * The questions that a check asks, known before the first is asked: a crash costs points, but hides
 * no question.
 */
record Paper(Class<?> check, List<Question> questions) {
    record Question(Method method, Check said) {
        String name() {
            return method.getName();
        }
    }

    static Paper of(Class<?> check) {
        Map<String, Method> byName = Arrays.stream(check.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Check.class))
                .collect(Collectors.toMap(Method::getName, Function.identity()));
        List<Question> questions = declared(check).stream()
                .filter(byName::containsKey)
                .map(byName::get)
                .map(method -> new Question(method, method.getAnnotation(Check.class)))
                .toList();
        if (questions.isEmpty()) {
            throw Complaint.machine(check.getName() + " has no method with @Check");
        }
        inOrder(check, questions);
        return new Paper(check, questions);
    }

    /** The questions of these names, and all that are skipped if one of them fails. */
    Set<String> withThoseThatNeed(Set<String> names) {
        Set<String> all = new HashSet<>(names);
        // who needs a question stands below it
        for (Question q : questions) {
            if (Stream.of(q.said().after()).anyMatch(all::contains)) all.add(q.name());
        }
        return all;
    }

    /** Only these questions, and those that they need. */
    Paper reducedTo(Set<String> names) {
        Set<String> all = new HashSet<>(names);
        for (Question q : questions.reversed()) {
            if (all.contains(q.name())) all.addAll(List.of(q.said().after()));
        }
        return new Paper(check, questions.stream().filter(q -> all.contains(q.name())).toList());
    }

    Question question(String name) {
        return questions.stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();
    }

    /** Whether the program is one that listens, and says so. */
    boolean wantsServer() {
        return questions.stream()
                .flatMap(q -> Stream.of(q.method().getParameterTypes()))
                .anyMatch(type -> type == Server.class);
    }

    /** A test stands after those that it needs, else it would wait for them for ever. */
    private static void inOrder(Class<?> check, List<Question> questions) {
        Set<String> before = new HashSet<>();
        for (Question q : questions) {
            for (String needed : q.said().after()) {
                if (before.contains(needed)) continue;
                throw Complaint.machine(check.getName() + ": " + q.name() + " comes after "
                        + needed + ", which does not stand above it");
            }
            before.add(q.name());
        }
    }

    /** Reflection promises no order, the class file keeps that of the source. */
    private static List<String> declared(Class<?> check) {
        try (InputStream file = check.getResourceAsStream(check.getSimpleName() + ".class")) {
            return ClassFile.of().parse(file.readAllBytes()).methods().stream()
                    .map(MethodModel::methodName)
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + check.getName() + ": " + e.getMessage());
        }
    }

    /** Runs the questions as they stand in the source, from the easy to the hard. */
    public static final class AsDeclared implements MethodOrderer {
        @Override
        public void orderMethods(MethodOrdererContext context) {
            List<String> order = declared(context.getTestClass());
            context.getMethodDescriptors()
                    .sort(Comparator.comparing(m -> order.indexOf(m.getMethod().getName())));
        }
    }
}
