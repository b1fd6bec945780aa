package course.similarity;

import course.script.Language;

import java.util.HashSet;
import java.util.Set;

/** What everybody had before the work began: the skeleton, and the scripts of the lectures. */
public final class Ground {
    private final Language language;
    private final Set<Long> grams = new HashSet<>();

    public Ground(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    public Ground with(String program) {
        for (long gram : Lexer.tokens(language, program).grams(Comparison.GRAM)) grams.add(gram);
        return this;
    }

    boolean has(long gram) {
        return grams.contains(gram);
    }
}
