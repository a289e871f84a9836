package org.redress.escalation.paging;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.redress.escalation.organisation.EscalationPolicy;

/** The policy as JSON in the escalation's row. */
@Converter
public class StampedPolicy implements AttributeConverter<EscalationPolicy, String> {

    @Override
    public String convertToDatabaseColumn(EscalationPolicy policy) {
        return policy.toJson();
    }

    @Override
    public EscalationPolicy convertToEntityAttribute(String json) {
        return EscalationPolicy.fromJson(json);
    }
}
