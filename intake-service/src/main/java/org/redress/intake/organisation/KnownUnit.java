package org.redress.intake.organisation;

/**
 * What the organisation says of a unit.
 *
 * @param active whether there is still such a unit
 * @param version the version of the organisation since which this holds
 */
public record KnownUnit(String path, boolean active, long version) {}
