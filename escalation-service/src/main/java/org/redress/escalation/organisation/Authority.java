package org.redress.escalation.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * How much who has a role may promise a customer without asking anybody (ES-29), over all that was
 * promised before.
 *
 * @param role a role of the duties, or {@link #HANDLER}
 * @param currency by ISO 4217
 */
public record Authority(
        @JsonProperty(required = true) String role,
        @JsonProperty(required = true) String currency,
        @JsonProperty(required = true) BigDecimal upTo) {

    /** Whoever handles the case, whatever duties they have. */
    public static final String HANDLER = "handler";

    public Authority {
        Needed.field("role", role);
        Needed.field("currency", currency);
        Needed.field("upTo", upTo);
    }
}
