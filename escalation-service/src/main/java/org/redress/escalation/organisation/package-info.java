/**
 * Who answers for what: units, persons, duties with their A and B holders, the hours that count,
 * the promises and the escalation policies. Read from one YAML file at first start, kept in the
 * database afterwards.
 */
@NullMarked
package org.redress.escalation.organisation;

import org.jspecify.annotations.NullMarked;
