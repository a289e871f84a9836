package org.redress.triage.organisation;

import org.redress.triage.cases.Unit;

/**
 * What the organisation says of a unit.
 *
 * @param active whether there is still such a unit
 * @param reception whether it has what is nobody else's
 * @param version the version of the organisation since which this holds
 */
public record KnownUnit(Unit unit, boolean active, boolean reception, long version) {}
