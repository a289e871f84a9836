/**
 * What every web door needs: problems, idempotency keys, entity tags, cursors, who calls and what
 * they may see, and the audit of reads. It knows nothing of what the doors are for.
 */
@NullMarked
package org.redress.platform.web;

import org.jspecify.annotations.NullMarked;
