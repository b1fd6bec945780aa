package course.site;

import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A transcript of one terminal.
 *
 * @param scene what it is part of, if there is more than one terminal
 * @param title HTML
 */
record Terminal(Optional<String> scene, String title, List<String> lines) {
    static boolean is(StructuralNode block) {
        return block.getContext().equals("listing")
                && "console".equals(Weaver.attribute(block, "language"));
    }

    /** The terminals of one scene that follow each other. */
    static List<Terminal> scene(List<StructuralNode> blocks) {
        List<Terminal> scene = new ArrayList<>();
        for (StructuralNode block : blocks) {
            if (!is(block)) break;
            Terminal next = of((Block) block);
            if (!scene.isEmpty()
                    && (next.scene.isEmpty() || !next.scene.equals(scene.getFirst().scene))) break;
            scene.add(next);
        }
        return scene;
    }

    private static Terminal of(Block block) {
        String name = Weaver.attribute(block, "terminal");
        String named = Html.escape(Objects.requireNonNullElse(name, "Terminal"));
        String title = Objects.requireNonNullElse(block.getTitle(), named);
        return new Terminal(
                Optional.ofNullable(Weaver.attribute(block, "scene")), title, block.getLines());
    }

    static String html(List<Terminal> scene, String id) {
        StringBuilder html = new StringBuilder("<div class=\"scene\" id=\"" + id + "\">\n");
        for (Terminal terminal : scene) html.append(terminal.html());
        return html.append("</div>").toString();
    }

    /** The prompt is drawn by the style sheet: nobody can select it, and it is never copied. */
    String html() {
        StringBuilder code = new StringBuilder();
        for (String line : lines) {
            boolean command = line.startsWith("$ ");
            String shown = Html.escape(command ? line.substring(2) : line);
            code.append(command ? "<span class=\"command\">" + shown + "</span>" : shown);
            code.append('\n');
        }
        return """
                <figure class="terminal"><figcaption>%s</figcaption>
                <pre><code>%s</code></pre></figure>
                """
                .formatted(title, code);
    }
}
