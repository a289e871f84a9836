package org.redress.platform.messaging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The range of moments and numbers in events: a moment is a text between the years 1900 and 3000, a
 * decimal number has at most a thousand digits before and behind its point. What lies outside is no
 * fact but an attack or a bug, and would break whoever stores it, adds it up or shows it.
 */
final class Bounds {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");
    private static final int MOST_DIGITS = 1_000;

    private Bounds() {}

    static SimpleModule module() {
        return new SimpleModule("bounds")
                .addDeserializer(Instant.class, new Moment())
                .addDeserializer(BigDecimal.class, new Decimal());
    }

    private static final class Moment extends StdScalarDeserializer<Instant> {

        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            var moment = InstantDeserializer.INSTANT.deserialize(json, context);
            if (moment == null || moment.isBefore(FIRST) || !moment.isBefore(LAST)) {
                return (Instant) context.handleWeirdStringValue(Instant.class, "", "out of range");
            }
            return moment;
        }
    }

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
            var number = json.getDecimalValue();
            long before = (long) number.precision() - number.scale();
            if (number.scale() > MOST_DIGITS || before > MOST_DIGITS) {
                return (BigDecimal)
                        context.handleWeirdNumberValue(BigDecimal.class, 0, "out of range");
            }
            return number;
        }
    }
}
