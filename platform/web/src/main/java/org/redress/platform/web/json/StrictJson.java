package org.redress.platform.web.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Takes a body at its word: {@code "1"} is no number, 1 is no enum and no text, 0 is not false,
 * nothing is there twice, and nothing comes after the end.
 */
@Provider
public class StrictJson implements ContextResolver<ObjectMapper> {

    private static final List<LogicalType> SCALARS =
            List.of(
                    LogicalType.Boolean,
                    LogicalType.Integer,
                    LogicalType.Float,
                    LogicalType.Textual,
                    LogicalType.Enum,
                    LogicalType.DateTime,
                    LogicalType.OtherScalar);

    private final ObjectMapper strict;

    StrictJson(ObjectMapper lenient) {
        strict = strict(lenient);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return strict;
    }

    /** A mapper that writes like the other and reads strictly. */
    static ObjectMapper strict(ObjectMapper lenient) {
        var json = lenient.copy();
        json.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        // Null says the same as a field that is left out, of a primitive too: Jackson can't tell
        // them apart in a record.
        json.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        SCALARS.forEach(type -> refuseCoercions(json, type));
        return json.registerModule(new StrictScalars());
    }

    private static void refuseCoercions(ObjectMapper json, LogicalType type) {
        var coercions = json.coercionConfigFor(type);
        coercions.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        if (type != LogicalType.Integer) {
            coercions.setCoercion(
                    CoercionInputShape.Integer,
                    type == LogicalType.Float ? CoercionAction.TryConvert : CoercionAction.Fail);
        }
        if (type != LogicalType.Float) {
            coercions.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        }
        if (type != LogicalType.Boolean) {
            coercions.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        }
        if (type == LogicalType.Boolean
                || type == LogicalType.Integer
                || type == LogicalType.Float) {
            coercions.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        }
    }
}
