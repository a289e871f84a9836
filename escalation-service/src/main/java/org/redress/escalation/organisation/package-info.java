/**
 * Who answers for what: units, persons, duties with their A and B holders, the hours that count,
 * the promises and the escalation policies. One document with versions, of which the newest holds
 * (ADR 14); the first is read from a YAML file.
 */
@NullMarked
package org.redress.escalation.organisation;

import org.jspecify.annotations.NullMarked;
