package course.site;

import course.script.Source;

import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.DescriptionListEntry;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.ast.Table;
import org.asciidoctor.extension.Treeprocessor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Turns the course's own conventions, which read as plain listings and tables elsewhere, into what
 * our page has for them. It is called between parsing and converting, not registered: an exception
 * stays the one it was.
 */
final class Weaver extends Treeprocessor {
    /** At the end of its line, maybe before others. */
    private static final Pattern CALLOUT = Pattern.compile("<(?:\\.|\\d+)>(?=[\\s<.\\d>]*$)");

    private final Path text;
    private final SiteMap map;
    private final Consumer<Problem> problems;
    private final Set<String> anchors = new HashSet<>();
    private int wires;

    Weaver(Path text, SiteMap map, Consumer<Problem> problems) {
        this.text = text;
        this.map = map;
        this.problems = problems;
    }

    @Override
    public Document process(Document document) {
        weave(document);
        return document;
    }

    /** From the inside out, so that a listing in a tab in a claim is done when its box is. */
    private void weave(StructuralNode parent) {
        if (parent instanceof DescriptionList list) {
            for (DescriptionListEntry entry : list.getItems()) {
                if (entry.getDescription() != null) weave(entry.getDescription());
            }
            return;
        }
        List<StructuralNode> blocks = parent.getBlocks();
        if (blocks == null || blocks.isEmpty() || parent instanceof Table) return;
        List<StructuralNode> before = List.copyOf(blocks);
        before.forEach(this::weave);
        if (parent instanceof org.asciidoctor.ast.List) return;
        List<StructuralNode> after = new ArrayList<>();
        int taken = 0;
        while (taken < before.size()) {
            taken += take(parent, before.subList(taken, before.size()), after);
        }
        if (after.equals(before)) return;
        blocks.clear();
        blocks.addAll(after);
    }

    /** Puts what becomes of the first block into {@code out}; answers how many blocks it took. */
    private int take(StructuralNode parent, List<StructuralNode> blocks, List<StructuralNode> out) {
        StructuralNode first = blocks.getFirst();
        int line = line(first);
        if (Terminal.is(first)) {
            List<Terminal> scene = Terminal.scene(blocks);
            out.add(html(parent, Terminal.html(scene, anchor("terminal"))));
            return scene.size();
        }
        if (first.getContext().equals("listing")) {
            caption(first);
            return annotated(parent, blocks, out);
        }
        if (first instanceof Table table && table.hasRole("calls")) {
            CallTable calls = new CallTable(table, text, this::anchor, m -> problem(line, m));
            out.add(html(parent, calls.html()));
        } else if (first instanceof Block wire && "wire".equals(attribute(wire, "1"))) {
            out.add(html(parent, wire(wire, line)));
        } else if (first instanceof Block tabs && "tabs".equals(attribute(tabs, "1"))) {
            tabs(parent, tabs, out);
        } else if (first instanceof Block claim && claim.hasRole("claim")) {
            ClaimCard card = ClaimCard.of(claim, map, text.getParent(), m -> problem(line, m));
            out.add(html(parent, card.opening()));
            out.addAll(claim.getBlocks());
            out.add(html(parent, card.closing()));
        } else {
            out.add(first);
        }
        return 1;
    }

    /** A name that no other place has yet: a second table of calls has a bind of its own. */
    private String anchor(String name) {
        String free = name;
        for (int i = 2; !anchors.add(free); i++) free = name + "-" + i;
        return free;
    }

    /** A listing and the notes to its callouts belong side by side where there is room. */
    private int annotated(
            StructuralNode parent, List<StructuralNode> blocks, List<StructuralNode> out) {
        boolean notes = blocks.size() > 1 && blocks.get(1).getContext().equals("colist");
        int said = notes ? blocks.get(1).getBlocks().size() : 0;
        int marked = callouts((Block) blocks.getFirst());
        if (said != marked) {
            problem(
                    line(blocks.getFirst()),
                    "callouts in the listing: " + marked + ", notes after it: " + said);
        }
        if (!notes) {
            out.add(blocks.getFirst());
            return 1;
        }
        out.add(html(parent, "<div class=\"annotated\">"));
        out.addAll(blocks.subList(0, 2));
        out.add(html(parent, "</div>"));
        return 2;
    }

    private static int callouts(Block listing) {
        return (int) listing.getLines().stream().flatMap(l -> CALLOUT.matcher(l).results()).count();
    }

    /** Says above a listing which file, or which lines of it, one is looking at. */
    private void caption(StructuralNode listing) {
        String skeleton = attribute(listing, "skeleton");
        if (skeleton != null) {
            title(listing, "link:" + skeleton + "[" + skeleton + ", as you get it]");
            return;
        }
        String name = attribute(listing, "file");
        if (name == null) return;
        Path file = text.resolveSibling(name);
        if (!Files.isRegularFile(file)) {
            problem(line(listing), "the listing's file is not there: " + name);
            return;
        }
        String tag = attribute(listing, "tag");
        if (listing.getId() == null) listing.setId(anchor(tag == null ? name : name + "-" + tag));
        if (tag == null) {
            title(listing, "link:" + name + "[" + name + "]");
            return;
        }
        Optional<Source.Region> region = Source.of(file).region(tag);
        if (region.isEmpty()) problem(line(listing), name + " has no region \"" + tag + "\"");
        region.ifPresent(
                r -> title(listing, "link:%s#L%d[%1$s, %s]".formatted(name, r.from(), lines(r))));
    }

    static String lines(Source.Region region) {
        return region.from() == region.to()
                ? "line " + region.from()
                : "lines " + region.from() + "–" + region.to();
    }

    private static void title(StructuralNode listing, String where) {
        String title = (String) listing.getAttributes().get("title");
        listing.setTitle((title == null ? "" : title + " ") + "[.where]#" + where + "#");
    }

    private String wire(Block block, int line) {
        String peers = attribute(block, "2");
        if (peers == null) {
            problem(line, "a wire block names its peers: [wire,\"Client,Server\"]");
            return "";
        }
        // the block's own line is that of its opening fence
        Wire wire =
                Wire.read(
                        block.getTitle(),
                        peers,
                        block.getLines(),
                        (at, m) -> problem(line + at, m));
        return new WireDrawing(wire, "wire-" + ++wires).figure();
    }

    private void tabs(StructuralNode parent, Block box, List<StructuralNode> out) {
        if (!(box.getBlocks().getFirst() instanceof DescriptionList list)) {
            problem(line(box), "a tabs block holds a description list, one entry a tab");
            return;
        }
        out.add(html(parent, "<div class=\"tabs\">"));
        for (DescriptionListEntry entry : list.getItems()) {
            String label = Html.escape(Html.withoutTags(entry.getTerms().getFirst().getText()));
            out.add(html(parent, "<div class=\"panel\" data-label=\"" + label + "\">"));
            if (entry.getDescription() != null) out.addAll(entry.getDescription().getBlocks());
            out.add(html(parent, "</div>"));
        }
        out.add(html(parent, "</div>"));
    }

    private Block html(StructuralNode parent, String html) {
        return createBlock(parent, "pass", html);
    }

    /** Only the block's own: {@code getAttribute} would also ask the document. */
    static String attribute(StructuralNode block, String name) {
        return (String) block.getAttributes().get(name);
    }

    private static int line(StructuralNode block) {
        return block.getSourceLocation() == null ? 1 : block.getSourceLocation().getLineNumber();
    }

    private void problem(int line, String message) {
        problems.accept(new Problem(text, line, message));
    }
}
