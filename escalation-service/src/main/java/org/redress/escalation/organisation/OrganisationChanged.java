package org.redress.escalation.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;

/**
 * The organisation is another one, told in the transaction that made it so.
 *
 * @param before nothing where it is the first
 */
public record OrganisationChanged(
        @Nullable Document before, Organisation now, Actor by, Instant at) {}
