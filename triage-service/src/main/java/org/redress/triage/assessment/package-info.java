/**
 * The judgement of a case over time: the first by rules, each later one by rules after a correction
 * or by a person with a reason. Published and kept in one transaction.
 */
@NullMarked
package org.redress.triage.assessment;

import org.jspecify.annotations.NullMarked;
