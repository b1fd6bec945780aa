// Tries: to run while it is compiled, as an annotation processor.
// Solves: GreetingServer
// Marks: 0
// Must not: run before it is started.
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;

@SupportedAnnotationTypes("*")
public class GreetingServer extends AbstractProcessor {
    static {
        try {
            Files.writeString(Path.of("@OUTSIDE@/zoo-@MARK@-processor.txt"), "ran");
        } catch (IOException e) {
            // held
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }

    public static void main(String[] args) {
        System.exit(5);
    }
}
