/**
 * The decision tables: what a case's fields, flags and words make of it, and why. The tables are
 * DMN, readable and changeable in {@code resources/rules}; nothing of them stands in code but the
 * way back when they fail.
 */
@NullMarked
package org.redress.triage.rules;

import org.jspecify.annotations.NullMarked;
