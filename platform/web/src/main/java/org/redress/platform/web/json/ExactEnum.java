package org.redress.platform.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An enum's name without blanks around it. */
final class ExactEnum extends StdDeserializer<Object> implements ContextualDeserializer {

    private final JsonDeserializer<?> deserializer;

    ExactEnum(Class<?> type, JsonDeserializer<?> deserializer) {
        super(type);
        this.deserializer = deserializer;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            var name = json.getText();
            if (!name.equals(name.trim())) {
                return context.handleWeirdStringValue(_valueClass, name, "blanks around it");
            }
        }
        return deserializer.deserialize(json, context);
    }

    @Override
    public JsonDeserializer<?> createContextual(
            DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return new ExactEnum(
                _valueClass,
                context.handleSecondaryContextualization(
                        deserializer, property, context.constructType(_valueClass)));
    }
}
