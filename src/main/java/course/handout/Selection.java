package course.handout;

import course.script.Complaint;
import course.script.Course;
import course.script.Lecture;
import course.script.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lectures are in a hand-out.
 *
 * @param names {@code 04-first-server-and-client}, in teaching order
 * @param besides what nobody asked for: the front page of all runs its programs
 */
record Selection(SortedSet<String> names, List<String> besides) {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");
    private static final Pattern RUN = Pattern.compile("(?<!link:)lectures/(\\d\\d-[a-z-]+)/");

    /** @param typed {@code 1-6} or {@code 1,4,7-9}; all lectures, if it is empty */
    static Selection of(Course course, String typed) {
        SortedSet<String> names = new TreeSet<>();
        List<String> besides = new ArrayList<>();
        for (Lecture lecture : course.lectures()) {
            if (typed.isEmpty() || isIn(Integer.parseInt(lecture.number()), typed)) {
                names.add(lecture.name());
            }
        }
        if (names.isEmpty()) throw Complaint.usage("--lectures: there is no lecture " + typed);
        for (String line : Source.of(course.root().resolve("README.adoc")).lines()) {
            for (MatchResult m : RUN.matcher(line).results().toList()) {
                boolean there = course.lecture(m.group(1)).isPresent();
                if (there && names.add(m.group(1))) besides.add(m.group(1));
            }
        }
        return new Selection(names, besides);
    }

    private static boolean isIn(int number, String typed) {
        boolean found = false;
        for (String part : typed.split(",", -1)) {
            Matcher m = RANGE.matcher(part.strip());
            if (!m.matches()) {
                throw Complaint.usage("--lectures: " + part + " is none like 1-6 or 8");
            }
            int from = Integer.parseInt(m.group(1));
            int to = m.group(2) == null ? from : Integer.parseInt(m.group(2));
            if (from > to) throw Complaint.usage("--lectures: " + part + " goes backwards");
            found |= from <= number && number <= to;
        }
        return found;
    }

    boolean has(String lecture) {
        return names.contains(lecture);
    }
}
