package course.check;

import course.run.Started;
import course.wire.Host;
import course.wire.Post;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Hands the tests the program under test, closes behind them, and skips what makes no sense. */
final class UnderTest implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback,
        TestWatcher {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Check> said = context.getTestMethod().map(m -> m.getAnnotation(Check.class));
        return said.flatMap(check -> exam(context).failedOf(check.after()))
                .map(ConditionEvaluationResult::disabled)
                .orElse(ConditionEvaluationResult.enabled("nothing speaks against it"));
    }

    @Override
    public boolean supportsParameter(ParameterContext asked, ExtensionContext context) {
        return given(asked.getParameter().getType(), context).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext asked, ExtensionContext context) {
        return given(asked.getParameter().getType(), context).orElseThrow().get();
    }

    private interface Given {
        Object get();
    }

    private static Optional<Given> given(Class<?> type, ExtensionContext context) {
        Exam exam = exam(context);
        Trial trial = exam.trial(name(context));
        Given given = type == Server.class ? () -> new Server(trial, saddled(trial, context))
                : type == Program.class ? () -> new Program(trial)
                : type == Host.class ? () -> trial.host(Server.LOOPBACK)
                : type == Post.class ? trial::post
                : type == Names.class ? () -> new Names(exam.seed(), name(context))
                : null;
        return Optional.ofNullable(given);
    }

    private static Started saddled(Trial trial, ExtensionContext context) {
        boolean alone = context.getRequiredTestMethod().getAnnotation(Check.class).fresh();
        return alone ? trial.saddledAlone() : trial.saddled();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        exam(context).trial(name(context)).end(context.getExecutionException().isPresent());
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        exam(context).ended(name(context), true);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        exam(context).ended(name(context), false);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        exam(context).ended(name(context), false);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        exam(context).ended(name(context), false);
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestMethod().getName();
    }

    private static Exam exam(ExtensionContext context) {
        Exam exam = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.GLOBAL)
                .get(Exam.class, Exam.class);
        if (exam == null) throw new IllegalStateException("only \"course check\" can run a check");
        return exam;
    }
}
