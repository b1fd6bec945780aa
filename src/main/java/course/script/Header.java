package course.script;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The title and the attributes with which an AsciiDoc text begins. */
record Header(String title, Map<String, String> attributes) {
    private static final Pattern ATTRIBUTE = Pattern.compile(":([a-z-]+):\\s*(.*)");

    static Header of(Path text) {
        List<String> lines = Source.of(text).lines();
        if (lines.isEmpty() || !lines.getFirst().startsWith("= ")) {
            throw Complaint.machine(text + ":1: a text begins with its title, \"= …\"");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 1; i < lines.size() && !lines.get(i).isEmpty(); i++) {
            Matcher m = ATTRIBUTE.matcher(lines.get(i));
            if (!m.matches()) continue;
            String value = m.group(2);
            while (value.endsWith("\\")) {
                value =
                        value.substring(0, value.length() - 1).strip()
                                + " "
                                + lines.get(++i).strip();
            }
            attributes.put(m.group(1), value);
        }
        return new Header(lines.getFirst().substring(2), attributes);
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
