package course.bench;

import course.script.Complaint;
import course.script.Draft;
import course.script.Lecture;
import course.script.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts the results into the lecture, between the comments that keep their place. */
public final class Written {
    private Written() {}

    /** The files that were written. */
    public static List<Path> into(Lecture lecture, Results results) {
        List<Plot> plots = Plot.of(results);
        List<String> lines = Source.of(lecture.text()).lines();
        int begin = lines.indexOf(Rung.BEGINS);
        int end = lines.indexOf(Rung.ENDS);
        if (begin < 0 || end < begin) {
            throw Complaint.usage(lecture.text() + ": has no " + Rung.BEGINS + " with "
                    + Rung.ENDS + " below");
        }
        List<String> text = new ArrayList<>(lines.subList(0, begin + 1));
        text.addAll(results.asciidoc(plots));
        text.addAll(lines.subList(end, lines.size()));
        List<Path> written = new ArrayList<>();
        try {
            for (Plot plot : plots) {
                Path file = lecture.folder().resolve(plot.file());
                Draft.replace(file, plot.svg());
                written.add(file);
            }
            Draft.replace(lecture.text(), String.join("\n", text) + "\n");
            written.addFirst(lecture.text());
        } catch (IOException e) {
            throw Complaint.machine("cannot write the ladder: " + e.getMessage());
        }
        return written;
    }
}
