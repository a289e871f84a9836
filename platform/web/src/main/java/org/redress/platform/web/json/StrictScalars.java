package org.redress.platform.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.redress.platform.web.text.Moments;
import org.redress.platform.web.text.PlainTexts;

/** Texts, moments, days, ids and numbers in the one form that the contract names, within range. */
class StrictScalars extends SimpleModule {

    private static final int MAX_EXPONENT = 1000;
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Reads a value from its text; what it throws becomes the answer's words. */
    @FunctionalInterface
    private interface Form<T> {
        T read(String text);
    }

    StrictScalars() {
        super("strict scalars");
        addDeserializer(String.class, new Text<>(String.class, StrictScalars::text));
        addDeserializer(Instant.class, new Text<>(Instant.class, StrictScalars::moment));
        addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictScalars::day));
        addDeserializer(UUID.class, new Text<>(UUID.class, StrictScalars::id));
        addDeserializer(BigDecimal.class, new Decimal());
        addDeserializer(Double.class, new Real());
        addDeserializer(double.class, new Real());
        setDeserializerModifier(new Enums());
    }

    private static String text(String text) {
        if (!PlainTexts.isStorable(text)) {
            throw new IllegalArgumentException("must not hold NUL or half of a character");
        }
        return text;
    }

    private static Instant moment(String text) {
        try {
            if (Moments.isWritten(text)) {
                var moment = OffsetDateTime.parse(text).toInstant();
                if (Moments.isSensible(moment)) {
                    return moment;
                }
                throw new IllegalArgumentException("must be of the years 2000 to 2100");
            }
        } catch (DateTimeException _) {
            // answered below, like any other text that is no moment
        }
        throw new IllegalArgumentException("has the wrong form: 2026-11-21T06:02:10Z is right");
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (Moments.isSensible(day)) {
                return day;
            }
            throw new IllegalArgumentException("must be of the years 1900 to 2100");
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("has the wrong form: 2026-11-21 is right");
        }
    }

    private static UUID id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("has the wrong form: it must be a UUID");
        }
        return UUID.fromString(text);
    }

    /** A value that is written as a text, and as nothing else. */
    private static final class Text<T> extends StdScalarDeserializer<T> {
        private final transient Form<T> form;

        Text(Class<T> type, Form<T> form) {
            super(type);
            this.form = form;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(_valueClass, json);
            }
            try {
                return form.read(json.getText());
            } catch (IllegalArgumentException refused) {
                throw new RefusedValue(json, refused.getMessage());
            }
        }
    }

    /** A number whose exponent no store chokes on. */
    private static final class Decimal extends StdScalarDeserializer<BigDecimal> {
        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (!json.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
            }
            try {
                var number = json.getDecimalValue();
                if (Math.abs((long) number.scale()) <= MAX_EXPONENT) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // an exponent beyond what Java counts with, answered below
            }
            throw new RefusedValue(json, "is out of range");
        }
    }

    /** A floating-point number that is one. */
    private static final class Real extends StdScalarDeserializer<Double> {
        Real() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (!json.currentToken().isNumeric()) {
                return (Double) context.handleUnexpectedToken(Double.class, json);
            }
            double number = json.getDoubleValue();
            if (Double.isInfinite(number)) {
                throw new RefusedValue(json, "is out of range");
            }
            return number;
        }
    }

    /** Jackson takes an enum with blanks around it; the contract does not. */
    private static final class Enums extends BeanDeserializerModifier {
        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return new ExactEnum(type.getRawClass(), deserializer);
        }
    }
}
