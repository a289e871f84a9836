package org.redress.escalation.calendar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The public holidays that come with the service, in {@code resources/holidays}. */
public final class ShippedHolidays {

    private static final List<String> NAMES = List.of("cn-2026", "cn-2027");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory())
                    .registerModule(new JavaTimeModule())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ShippedHolidays() {}

    /** All of them, in the order of their names. */
    public static List<Holidays> all() {
        return NAMES.stream().map(ShippedHolidays::read).toList();
    }

    private static Holidays read(String name) {
        String file = "/holidays/" + name + ".yaml";
        try (InputStream in = ShippedHolidays.class.getResourceAsStream(file)) {
            return YAML.readValue(Objects.requireNonNull(in, file), Holidays.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
