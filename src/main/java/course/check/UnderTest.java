package course.check;

import java.lang.reflect.Parameter;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the tests the program under test, and closes behind them. */
final class UnderTest implements ParameterResolver, AfterTestExecutionCallback {
    @Override
    public boolean supportsParameter(ParameterContext asked, ExtensionContext context) {
        Class<?> type = asked.getParameter().getType();
        return type == Server.class || type == Program.class || type == Names.class;
    }

    @Override
    public Object resolveParameter(ParameterContext asked, ExtensionContext context) {
        Parameter parameter = asked.getParameter();
        Trial trial = exam(context).trial(name(context));
        if (parameter.getType() == Server.class) return new Server(trial, trial.saddled());
        if (parameter.getType() == Program.class) return new Program(trial);
        return new Names(exam(context).seed(), name(context));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        exam(context).trial(name(context)).end(context.getExecutionException().isPresent());
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
