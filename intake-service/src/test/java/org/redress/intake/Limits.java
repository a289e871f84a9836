package org.redress.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A form with its fields at their limits, in as few forms as one field has limits: the n-th has
 * every field at its n-th. Whoever can't take one value can't take the form that it is in, and says
 * which field it was.
 */
public final class Limits {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String form;
    private final Map<String, List<?>> values = new LinkedHashMap<>();

    private Limits(String form) {
        this.form = form;
    }

    /** Of this form, which holds a place for each field that is named by a path. */
    public static Limits of(String form) {
        return new Limits(form);
    }

    /** The field, such as {@code /flags/crowdSize}, at each of these values. */
    public Limits at(String field, Object... limits) {
        values.put(field, List.of(limits));
        return this;
    }

    /** The text at its full length in letters of one to four bytes, and at its shortest. */
    public Limits atLength(String field, int length) {
        return at(
                field,
                Stream.concat(
                                Stream.of("漢", "\"", "😀", "e\u0301")
                                        .map(letter -> "漢" + letter.repeat(length))
                                        .map(text -> beginning(text, length)),
                                Stream.of("x"))
                        .toArray());
    }

    /** The forms that hold each of the values at least once. */
    public List<ObjectNode> forms() {
        int most = values.values().stream().mapToInt(List::size).max().orElseThrow();
        return IntStream.range(0, most).mapToObj(this::form).toList();
    }

    private ObjectNode form(int n) {
        try {
            ObjectNode filled = (ObjectNode) JSON.readTree(form);
            values.forEach((field, limits) -> set(filled, field, limits.get(n % limits.size())));
            return filled;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(ObjectNode form, String field, Object value) {
        int end = field.lastIndexOf('/');
        JsonNode parent = end == 0 ? form : form.at(field.substring(0, end));
        ((ObjectNode) parent).set(field.substring(end + 1), JSON.valueToTree(value));
    }

    /** No more than so many UTF-16 units, and no half of a letter at the end. */
    private static String beginning(String text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
