/**
 * What would happen to a case, or would have, by another organisation: the rules themselves are
 * asked, and nothing is written. docs/adr/0018 says why.
 */
@NullMarked
package org.redress.escalation.foresight;

import org.jspecify.annotations.NullMarked;
