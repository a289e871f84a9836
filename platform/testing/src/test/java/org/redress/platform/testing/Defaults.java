package org.redress.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of properties and what its comments say of them: the lines right above a property. One
 * that is itself commented out has its comment there and no default. What holds in a profile only
 * is left out.
 */
record Defaults(Map<String, String> values, Map<String, String> comments) {

    static Defaults of(Path file) throws IOException {
        var values = new LinkedHashMap<String, String>();
        var comments = new LinkedHashMap<String, String>();
        var comment = new StringBuilder();
        for (var line : Files.readString(file).replaceAll("\\\\\\n\\s*", "").lines().toList()) {
            var property = line.matches("# [a-z.-]+=.*") ? line.substring(2) : line;
            int equals = property.indexOf('=');
            if (property.startsWith("#")) {
                comment.append(' ').append(property.substring(1).strip());
                continue;
            }
            if (equals > 0 && !property.startsWith("%")) {
                var name = property.substring(0, equals);
                comments.put(name, comment.toString().strip());
                if (property.equals(line)) {
                    values.put(name, property.substring(equals + 1));
                }
            }
            comment.setLength(0);
        }
        return new Defaults(values, comments);
    }

    /** Its default here; of one with a key those of all keys. */
    @Nullable String value(Setting setting) {
        if (!setting.name().contains("<key>")) {
            return values.get(setting.name());
        }
        var all = new ArrayList<String>();
        values.forEach((name, value) -> {
            var key = setting.keyed().matcher(name);
            if (key.matches()) {
                all.add(key.group(1) + ": " + value);
            }
        });
        return all.isEmpty() ? null : String.join("; ", all);
    }

    /** What it says of the property; empty if nothing. */
    String comment(String name) {
        return comments.getOrDefault(name, "");
    }
}
