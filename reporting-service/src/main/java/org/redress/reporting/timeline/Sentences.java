package org.redress.reporting.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.reporting.events.EventType;

/**
 * What an event tells, as a sentence in Chinese or English. The patterns stand in {@code
 * sentences_<language>.properties}: {@code {field}} is a field of the event in words, and what is
 * in square brackets is left out where its field is missing. A pattern {@code <event>.<CODE>} is
 * taken before {@code <event>} if one of the event's codes is that.
 */
final class Sentences {
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern FIELD = Pattern.compile("\\{([\\w.]+)}");
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ResourceBundle words;
    private final ZoneId zone;

    Sentences(Locale language, ZoneId zone) {
        this.words =
                ResourceBundle.getBundle(
                        Sentences.class.getPackageName() + ".sentences",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        this.zone = zone;
    }

    /** The first language of these that there are sentences in; Chinese if there is none. */
    static Locale language(List<Locale> acceptable) {
        return acceptable.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .map(language -> language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    /** The sentence of an event of this type whose news reads like this. */
    String tell(EventType type, ObjectNode what) {
        var whole =
                OPTIONAL.matcher(pattern(type, what))
                        .replaceAll(
                                part -> quoted(isKnown(part.group(1), what) ? part.group(1) : ""));
        return FIELD.matcher(whole).replaceAll(field -> quoted(inWords(field.group(1), what)));
    }

    private String pattern(EventType type, ObjectNode what) {
        return what.properties().stream()
                .map(field -> type.contract() + "." + field.getValue().asText())
                .filter(words::containsKey)
                .findFirst()
                .map(words::getString)
                .orElseGet(() -> words.getString(type.contract()));
    }

    private static boolean isKnown(String part, ObjectNode what) {
        return FIELD.matcher(part)
                .results()
                .allMatch(field -> value(field.group(1), what).isPresent());
    }

    private String inWords(String field, ObjectNode what) {
        var value = value(field, what).map(JsonNode::asText).orElse("");
        var key = field + "." + value;
        if (words.containsKey(key)) {
            return words.getString(key);
        }
        return field.endsWith("At") || field.endsWith("By") ? minutes(value) : value;
    }

    private String minutes(String instant) {
        return Instant.parse(instant).atZone(zone).format(MINUTES);
    }

    private static Optional<JsonNode> value(String field, ObjectNode what) {
        JsonNode value = what;
        for (var step : field.split("\\.", -1)) {
            value = value.path(step);
        }
        return Optional.of(value).filter(JsonNode::isValueNode);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
