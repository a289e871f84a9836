/**
 * What triage knows of a case: the facts that intake published, corrections included. Nothing here
 * judges.
 */
@NullMarked
package org.redress.triage.cases;

import org.jspecify.annotations.NullMarked;
