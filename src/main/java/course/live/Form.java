package course.live;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a page's script sends, or asks for behind the {@code ?}: names and values, and not much. */
record Form(Map<String, String> values) {
    private static final int LARGEST = 8 * 1024;
    private static final int MOST = 40;
    private static final String TYPE = "application/x-www-form-urlencoded";

    static Form posted(HttpExchange x) throws IOException, Refusal {
        String type = x.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.split(";")[0].strip().equalsIgnoreCase(TYPE)) {
            throw new Refusal(415, "a post here is " + TYPE);
        }
        if (declared(x) > LARGEST) throw new Refusal(413, "no post here is that long");
        byte[] body = x.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw new Refusal(413, "no post here is that long");
        return of(new String(body, StandardCharsets.UTF_8));
    }

    private static long declared(HttpExchange x) throws Refusal {
        String length = x.getRequestHeaders().getFirst("Content-Length");
        if (length == null) return 0;
        if (!length.matches("\\d{1,18}")) throw new Refusal(400, "that is no length");
        return Long.parseLong(length);
    }

    static Form asked(HttpExchange x) throws Refusal {
        String query = x.getRequestURI().getRawQuery();
        return of(query == null ? "" : query);
    }

    static Form of(String encoded) throws Refusal {
        Map<String, String> values = new HashMap<>();
        for (String pair : encoded.split("&", MOST + 1)) {
            if (pair.isEmpty()) continue;
            if (values.size() == MOST) throw new Refusal(400, "that is more than is asked for");
            String[] parts = pair.split("=", 2);
            if (parts.length < 2) throw new Refusal(400, "a form is made of name=value");
            try {
                String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                values.put(name, URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new Refusal(400, "a form is written with %XX");
            }
        }
        return new Form(values);
    }

    /** A line of text that must be there. */
    String text(String name, int longest) throws Refusal {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) throw new Refusal(400, "there is no " + name);
        return optional(name, longest);
    }

    /** A line of text, or nothing. */
    String optional(String name, int longest) throws Refusal {
        String value = values.getOrDefault(name, "");
        if (value.length() > longest) throw new Refusal(400, name + " is too long");
        if (value.chars().anyMatch(c -> c < ' ')) throw new Refusal(400, name + " is one line");
        return value;
    }

    int number(String name, int most) throws Refusal {
        String value = values.getOrDefault(name, "");
        if (value.matches("\\d{1,9}") && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        throw new Refusal(400, name + " is a number from 0 to " + most);
    }
}
