package course.site;

import course.script.Verdict;

import org.asciidoctor.ast.Block;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A claim of the slides with its verdict, around the text that explains it.
 *
 * @param title HTML
 * @param by links to the programs that put it to the test
 */
record ClaimCard(Optional<String> id, String title, Optional<Verdict> verdict, List<String> by) {
    static ClaimCard of(Block block, SiteMap map, Path folder, Consumer<String> problem) {
        String word = Objects.requireNonNullElse(Weaver.attribute(block, "verdict"), "none");
        Optional<Verdict> verdict = Verdict.of(word);
        if (verdict.isEmpty()) {
            problem.accept(
                    "unknown verdict \"" + word + "\": true, false, partly, depends or untestable");
        }
        List<String> by = new ArrayList<>();
        String names = Objects.requireNonNullElse(Weaver.attribute(block, "by"), "");
        for (String name : names.split("[ ,]+")) {
            if (name.isEmpty()) continue;
            map.program(folder, name)
                    .ifPresentOrElse(
                            p -> by.add(link(folder, p.file())),
                            () -> problem.accept("no program to try the claim: " + name));
        }
        return new ClaimCard(
                Optional.ofNullable(block.getId()),
                Objects.requireNonNullElse(block.getTitle(), "A claim"),
                verdict,
                by);
    }

    private static String link(Path folder, Path file) {
        String way = folder.relativize(file).toString().replace('\\', '/');
        return "<a href=\"%s\">%s</a>".formatted(way, file.getFileName());
    }

    String opening() {
        String anchor = id.map(i -> " id=\"" + Html.escape(i) + "\"").orElse("");
        return """
                <div class="claim"%s>
                <div class="claim-head"><span class="title">%s</span>%s</div>
                """
                .formatted(anchor, title, verdict.map(Badge::of).orElse(""));
    }

    String closing() {
        String links = String.join(" · ", by);
        return (by.isEmpty() ? "" : "<p class=\"by\">Try it: " + links + "</p>") + "</div>";
    }
}
