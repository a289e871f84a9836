/**
 * One fact per case, folded from the events of all services in whatever order they come, and
 * published for the BI team. The fold is pure; the tables know nothing of its rules.
 */
@NullMarked
package org.redress.reporting.facts;

import org.jspecify.annotations.NullMarked;
