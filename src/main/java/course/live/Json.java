package course.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Data on the way to a page's script, on one line. */
final class Json {
    private Json() {}

    /** From keys and values in turn. */
    static String object(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return of(map);
    }

    static String of(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case Collection<?> list ->
                list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> quoted(e.getKey().toString()) + ":" + of(e.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') json.append('\\').append(c);
            else if (c < ' ' || Character.isSurrogate(c) || c == 0x7f) {
                json.append("\\u%04x".formatted((int) c));
            } else json.append(c);
        }
        return json.append('"').toString();
    }
}
